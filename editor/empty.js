// Stands for what the editor could load and we do not ship: colours of program code, interfaces in other languages.
export default {};
