"""Pairs that say the same in different ways: no finding."""

import pytest

from tests.parity.texts import compared, told

PAIRS = [
    # ---- Numbers ----
    ("Có 1.234 hộ và 1.234.567,89 đồng.", "There are 1,234 households and VND 1,234,567.89."),
    ("Diện tích 10,23 ha, sản lượng 4.500 tấn.", "An area of 10.23 ha and an output of 4,500 tonnes."),
    ("Cấp 05 giấy chứng nhận.", "5 certificates were issued."),
    ("Công nghiệp 4.0 và mạng 5G.", "Industry 4.0 and 5G networks."),
    ("Có 2,5 triệu lượt khách.", "There were 2.5 million visits."),
    ("Hơn 1,2 nghìn người.", "More than 1,200 people."),
    ("Từ 20 xuống 15 ngày.", "From 20 to 15 days."),
    ("Giảm từ 20 ngày xuống còn 15 ngày.", "Cut from 20 days to only 15."),
    ("Đường kính 3,2-5,8 mm.", "A diameter of 3.2–5.8 mm."),
    ("Đường kính từ 3,2 đến 5,8 mm.", "A diameter of 3.2 to 5.8 mm."),
    ("Khoảng 10 – 15%.", "About 10-15 per cent."),
    ("Tăng 2 điểm phần trăm.", "A rise of 2 percentage points."),
    ("Tăng 12,3 phần trăm.", "A rise of 12.3%."),
    ("Trong 3 năm.", "For 3 years."),
    ("Có hiệu lực 36 tháng.", "Valid for 3 years."),
    ("Kỷ niệm 10 năm hợp tác.", "The 10th anniversary of cooperation."),
    ("Nhiệt độ âm 5 độ C.", "A temperature of minus 5 °C."),
    ("Nhiệt độ từ -2 đến 4 °C.", "A temperature of -2 to 4 °C."),
    ("Hai phần ba số hộ, tức 2/3.", "Two thirds of the households, that is 2/3."),
    ("Một nửa số hộ.", "Half of the households."),
    ("Đạt 8/10 điểm.", "A score of 8/10."),
    # ---- Words for numbers ----
    ("Hai mươi lăm gian hàng và mười hai nhãn hiệu.", "Twenty-five booths and twelve marks."),
    ("Hai mã số.", "2 codes."),
    ("4 vùng trồng.", "Four growing areas."),
    ("Bốn vùng trồng của ba xã.", "Four growing areas in three communes."),
    ("Cả hai bên cùng ký.", "Both sides signed."),
    ("Hai bên ký biên bản.", "The two sides signed the minutes."),
    ("Cả ba nơi.", "All three places."),
    ("Một trong ba sản phẩm.", "One of three products."),
    ("Mực một nắng là một sản phẩm của tỉnh.", "One-sun-dried squid is a product of the province."),
    ("Chương trình mỗi xã một sản phẩm.", "The One Commune One Product Programme."),
    ("Sản phẩm có 1 nhãn hiệu.", "The product has a single mark."),
    ("Hằng năm, mỗi năm, năm nay, cuối năm.", "Every year, each year, this year, at the end of the year."),
    ("Năm người dự.", "Five people came."),
    ("Quả chín được hái vào năm sau.", "Ripe fruit is picked the next year."),
    ("Lần đầu tiên, lần thứ nhất.", "For the first time, the first time."),
    ("Hội nghị lần thứ hai và lần thứ ba.", "The second and the third conference."),
    ("Bên thứ ba.", "A third party."),
    ("Giải nhất, giải nhì, giải ba.", "First, second and third prize."),
    ("Sản lượng tăng gấp đôi.", "Output doubled."),
    ("Sản lượng tăng gấp ba.", "Output tripled."),
    ("Bảng song ngữ.", "Boards in two languages."),
    ("Hai thứ tiếng.", "A bilingual board."),
    ("Thịt ba rọi ở ngã tư, áo bà ba.", "Pork belly at the crossroads, a southern blouse."),
    ("Tại Thủ Dầu Một và phố Ba Cu, gần Bà Rịa.", "In Thu Dau Mot and Ba Cu Street, near Ba Ria."),
    ("Vốn đầu tư tư nhân, tư liệu.", "Private investment capital, background."),
    ("Một trăm hai mươi hộ; hai nghìn năm trăm người.", "A hundred and twenty households; 2,500 people."),
    ("Mười năm, hai thập kỷ.", "A decade, two decades."),
    ("Sáu tháng đầu năm.", "Mid-year."),
    ("2 năm rưỡi.", "Two and a half years."),
    ("Quanh năm bốn mùa.", "All the year round."),
    ("Một năm rưỡi.", "A year and a half."),
    ("Một phần ba số hộ; một phần tư.", "A third of the households; a quarter of them."),
    ("Nửa cuối năm 2024; 6 tháng đầu năm 2025.", "The second half of 2024; the first half of 2025."),
    ("Quý đầu tiên của kế hoạch.", "The first quarter of the plan."),
    # ---- Money ----
    ("Tổng giá trị 279 triệu đồng.", "Worth VND 279 million in all."),
    ("Kinh phí 390 tỷ đồng.", "A budget of VND 390 billion."),
    ("Khoảng 3,1 tỷ USD; USD 3,1 tỷ.", "About USD 3.1 billion; US$3.1 billion."),
    ("Vốn 1,25 tỷ đồng.", "Capital of VND 1,250 million."),
    ("Vốn 1 tỷ 250 triệu đồng.", "Capital of 1.25 billion dong."),
    ("Vốn 1,5 nghìn tỷ đồng.", "Capital of VND 1.5 trillion."),
    ("Từ 5 đến 7 triệu đồng.", "From VND 5 million to VND 7 million."),
    ("Từ 500.000 đồng đến 2 triệu đồng.", "From VND 500,000 to VND 2 million."),
    ("Giá 50.000 đồng/kg.", "A price of VND 50,000 per kg."),
    ("Trị giá 5 triệu.", "Worth VND 5 million."),
    ("2 triệu euro và 3 triệu yên.", "€2m and JPY 3 million."),
    ("Hai đồng chí.", "Two comrades."),
    # ---- Dates ----
    ("Ngày 15 tháng 11 năm 2024.", "On 15 November 2024."),
    ("Ngày 15/11/2024.", "On 15 Nov 2024."),
    ("Ngày 05/02/2024.", "On February 5, 2024."),
    ("Ngày 5-2-2024 và 5.2.2024.", "On 5 February 2024 and 5th February 2024."),
    ("Trước ngày 15/11 hằng năm.", "Before 15 November each year."),
    ("Từ ngày 27 đến ngày 29/12/2024.", "27–29 December 2024."),
    ("Từ 27-29/12/2024.", "From 27 to 29 December 2024."),
    ("Từ ngày 27/11 đến ngày 02/12/2024.", "From 27 November to 2 December 2024."),
    ("Từ ngày 28/12/2024 đến ngày 02/01/2025.", "From 28 December to 2 January 2025."),
    ("Ngày 15-11 và ngày 5-7 tháng 12.", "On 15 November and on 5-7 December."),
    ("Ngày 15 và 16-11-2024.", "On 15 and 16 November 2024."),
    ("Ngày 2024-05-21, quý 2024-Q2.", "On 2024-05-21, in 2024-Q2."),
    ("Ngày 27 và 28/12/2024.", "On 27 and 28 December 2024."),
    ("Ngày 27, 28 và 29 tháng 12.", "On 27, 28 and 29 December."),
    ("Tháng 5/2025, tháng 12 năm 2024.", "May 2025, December 2024."),
    ("Tháng 11 và tháng 12/2024.", "November and December 2024."),
    ("Từ tháng 11 đến tháng 2/2025.", "From November 2024 to February 2025."),
    ("Từ tháng 7 đến tháng 8.", "July to August."),
    ("Tháng tư năm 2025; trong tháng ba.", "April 2025; in March."),
    ("Từ tháng 9-10 đến tháng 3 âm lịch.", "From lunar months 9-10 to the third lunar month."),
    ("Từ tháng 9-10 âm lịch đến tháng 3 âm lịch.", "From the 9th or 10th lunar month to the 3rd lunar month."),
    ("Ngày 10 tháng 3 âm lịch.", "The 10th day of the third lunar month."),
    ("Mỗi tháng 2 kỳ.", "2 issues a month."),
    ("Mỗi tháng hai kỳ.", "Two issues a month."),
    ("Năm 2024, năm 2025.", "In 2024 and 2025."),
    ("Giai đoạn 2023-2025.", "The period 2023–25."),
    ("Từ những năm 1990; thập niên 90.", "Since the 1990s; the 1990s."),
    ("Thế kỷ XXI.", "The 21st century."),
    ("Sáng thứ Năm hằng tuần.", "Every Thursday morning."),
    ("Chủ nhật, thứ hai.", "Sunday, Monday."),
    ("Quý I/2024 và Q.II/2024.", "Q1 2024 and the second quarter of 2024."),
    ("Quý I và II/2024.", "Q1 and Q2 2024."),
    ("Quý 3 năm 2024.", "The third quarter of 2024."),
    ("Quý 1/2024; quý 2/2024, quý 3/2024, quý 4/2023.", "Q1 2024; Q2 2024, Q3 2024, the fourth quarter of 2023."),
    ("Quý 3-4/2024, quý 1 / 2025.", "Q3 and Q4 2024, quarter 1/2025."),
    # ---- Time of day ----
    ("Lúc 8 giờ 30, từ 14h đến 17h.", "At 8.30 a.m., from 2 p.m. to 5 p.m."),
    ("Mở cửa 8 giờ mỗi ngày.", "Open 8 hours a day."),
    ("Từ 8h30 đến 11h.", "8:30 to 11:00."),
    ("Lúc 2 giờ chiều.", "At 2 p.m."),
    # ---- Units ----
    ("54 m² = 54 mét vuông.", "54 square metres = 54 m2."),
    ("50 tạ lúa.", "5 tonnes of rice."),
    ("1.200 m đường.", "1.2 km of road."),
    ("7-8 tấn/ha mỗi vụ.", "7-8 tonnes per hectare a crop."),
    ("4.500 tấn/năm.", "About 4,500 tonnes a year."),
    ("4.500 tấn mỗi năm.", "4,500 tonnes/year."),
    ("500 ml, 2 lít, 300 gam.", "500 ml, 2 litres, 300 g."),
    ("20 ngày làm việc.", "20 working days."),
    ("Lễ hội 3 ngày.", "A three-day festival."),
    ("Công suất 5 MW, 50 kWh.", "A capacity of 5 megawatts, 50 kilowatt-hours."),
    ("Ngày 1 tháng Tư năm 2024.", "On 1 April 2024."),
    ("Thập niên 1990. Những năm 1980.", "The 1990s. The 1980s."),
    # ---- Words that turn a number into something else ----
    ("Trong 6 tháng đầu năm; 6 tháng cuối năm.", "In the first half of the year; in the last six months."),
    ("6 tháng đầu năm, 3 tháng qua.", "The first six months, the last three months."),
    ("Sản lượng tăng gấp ba, gấp 4 lần.", "Output rose threefold, four times."),
    ("Tăng gấp đôi, 4 lần mỗi năm.", "Doubled, four times a year."),
    ("Gấp hai, ba lần.", "Two or three times as many."),
    ("Tăng thêm khoảng 5%, giảm còn 3 bước.", "Up about 5%, down to 3 steps."),
    ("Giảm lượng nước 30%, tăng 20% năng suất.", "Water was reduced by 30% and yields were raised by 20%."),
    ("Thuế giá trị gia tăng 10%.", "Value-added tax down to 10%."),
    ("Giảm tối đa 5%.", "Up to 5% less."),
    ("Tăng cường 5 lớp; giảm nghèo.", "Five more courses; poverty reduction."),
    ("Khoản 2 Điều 5.", "Clause 2, Article 5."),
    ("Theo khoản 2 Điều 5.", "Under Article 5(2)."),
    ("Khoản 2 Điều 5.", "Paragraph 2 of Article 5."),
    ("Năng suất 3 tấn/ha.", "A yield of 3 tonnes from each hectare."),
    # ---- Stars, certificates, documents, addresses ----
    ("Sản phẩm 3 sao và 4 sao.", "3- and 4-star products."),
    ("131 sản phẩm 3 sao, 2 sản phẩm bốn sao.", "131 three-star and two 4★ products."),
    ("Từ 3 đến 5 sao.", "3 to 5 stars."),
    ("Sản phẩm OCOP cấp quốc gia.", "A national-level (5-star) OCOP product."),
    ("Giấy chứng nhận số 00064.", "Certificate No. 00064."),
    ("Quyết định số 1489/QĐ-TTg và Kế hoạch số 250/KH-UBND.", "Decision 1489/QD-TTg and Plan 250/KH-UBND."),
    ("Nghị quyết số 05-NQ/TU, Luật số 91/2025/QH15.", "Resolution 05-NQ/TU, Law 91/2025/QH15."),
    ("Theo TCVN 6909:2001 và ISO 22000:2018.", "Under TCVN 6909:2001 and ISO 22000:2018."),
    ("Điện thoại (0254) 3852 526.", "Telephone +84 254 3852526."),
    ("Viết về so@example.vn.", "Write to so@example.vn."),
    ("Xem https://example.vn/tin-2024.", "See example.vn/tin-2024."),
    ("Trang khoahocphattrien.vn.", "The website www.khoahocphattrien.vn."),
    ("Phụ lục II, Đại hội XIII.", "Annex II, the 13th Congress."),
    ("Phường 11, phường 12.", "Ward 11 and Ward 12."),
    ("Phòng dịch COVID-19.", "Against Covid-19."),
    # ---- Markup ----
    ("**1.163** ha[^a], xem [tin](../news/x.md)[^b].", "1,163 ha[^a], see the [item](../news/x.md)[^b]."),
    ("Xem [b](b.md) và [a](a.md).", "See [a](a.md) and [b](b.md)."),
    ("Xem [a](a.md#bao-ho).", "See [a](a.md#protection)."),
    ("Đoạn một.\n\nĐoạn hai có 5 ha.", "Paragraph. It has 5 ha of land; the other is paragraph two."),
    ("| A | B |\n|---|---|\n| 5 | 6 |", "| A | B |\n| - | - |\n| 5 | 6 |"),
    ("- năm 2024\n- 5 ha", "* in 2024\n* 5 ha"),
    ("1. một\n2. hai bên", "1. one\n1. two sides"),
    ("## Đề mục\n\nLời.", "Heading\n---\n\nWords."),
    ("```\n# 5 ha\n- a\n```", "```\n# 5 ha\n- a\n```"),
    ("Ghi chú <!-- 5 ha --> thôi.", "A note."),
]  # fmt: skip

PROSE = [
    (
        "Sáng 15/11, tại Trung tâm Hội nghị tỉnh, Sở Khoa học và Công nghệ phối hợp với hai đơn vị tổ "
        "chức hội thảo với sự tham dự của hơn 120 đại biểu đến từ 25 doanh nghiệp, 3 trường đại học và "
        "một số hợp tác xã.",
        "On the morning of 15 November, at the Provincial Convention Centre, the Department of Science "
        "and Technology, together with two units, held a workshop attended by more than 120 delegates "
        "from 25 enterprises, three universities and several cooperatives.",
    ),
    (
        "Theo Quyết định số 1489/QĐ-TTg ngày 06/7/2025, sản phẩm từ 90 điểm trở lên được xét 5 sao; từ 70 "
        "đến dưới 90 điểm là 4 sao; từ 50 đến dưới 70 điểm là 3 sao.",
        "Under Decision 1489/QĐ-TTg of 6 July 2025, products scoring 90 points or more are considered for "
        "five stars; 70 to under 90 points means 4 stars and 50 to under 70 points means 3 stars.",
    ),
    (
        "Năm 2023, toàn tỉnh có 68 chủ thể, trong đó 24 hợp tác xã (chiếm 35,3%), 31 doanh nghiệp (45,6%) "
        "và 13 hộ sản xuất, kinh doanh (19,1%).",
        "In 2023 the province had 68 entities: 24 cooperatives (35.3%), 31 enterprises (45.6%) and 13 "
        "household businesses (19.1%).",
    ),
    (
        "Dự án có tổng vốn đầu tư khoảng 1.200 tỷ đồng, trên diện tích 45 ha, dự kiến hoàn thành vào quý IV/2026.",
        "The project, with a total investment of about VND 1.2 trillion on 45 hectares, is due for "
        "completion in the fourth quarter of 2026.",
    ),
    (
        "Giá bán tại vườn từ 45.000 đến 50.000 đồng/kg, tăng 5.000 đồng/kg so với cùng kỳ năm trước.",
        "Farm-gate prices are VND 45,000 to VND 50,000 per kilogram, up VND 5,000/kg on the same period "
        "of the previous year.",
    ),
    (
        "Lễ hội diễn ra trong 3 ngày, từ 8 giờ đến 21 giờ các ngày 27, 28 và 29/12.",
        "The festival lasts three days, from 8 a.m. to 9 p.m. on 27, 28 and 29 December.",
    ),
    (
        "Hạn nộp hồ sơ: 17 giờ ngày 30/4/2025. Liên hệ: 0254.3852.526, email: ocop@example.gov.vn.",
        "Deadline for files: 5 p.m. on 30 April 2025. Contact: (+84) 254 385 2526, e-mail: ocop@example.gov.vn.",
    ),
    (
        "Trong 9 tháng đầu năm 2024, kim ngạch xuất khẩu đạt 4,85 tỷ USD, tăng 7,2% so với cùng kỳ.",
        "In the first nine months of 2024 exports were worth USD 4.85 billion, up 7.2% year on year.",
    ),
    (
        "Trong 6 tháng cuối năm, đơn vị sẽ tổ chức 4 lớp tập huấn, mỗi lớp 2 ngày cho 30 học viên.",
        "In the second half of the year the unit will hold four training courses, each of two days, for 30 trainees.",
    ),
    (
        "Giai đoạn 2021 - 2025, tỉnh hỗ trợ 15 tỷ 500 triệu đồng cho 62 dự án.",
        "In the 2021–2025 period the province supported 62 projects with VND 15.5 billion.",
    ),
    (
        "Hợp tác xã thành lập năm 2016 với 7 thành viên, nay có 45 thành viên, canh tác trên 32,5ha.",
        "Founded in 2016 with seven members, the cooperative now has 45 and farms 32.5 ha.",
    ),
    (
        "Cứ hai năm một lần, hội thi được tổ chức vào tháng 10; lần thứ 12 diễn ra năm 2024.",
        "The contest is held every two years in October; the 12th took place in 2024.",
    ),
    (
        "Nhiệt độ bảo quản từ 2°C đến 8°C, thời hạn sử dụng 12 tháng kể từ ngày sản xuất.",
        "Storage at 2–8 °C; shelf life 12 months from the date of production.",
    ),
    (
        "Thu nhập bình quân đạt 96 triệu đồng/người/năm.",
        "Average income is VND 96 million per person a year.",
    ),
    (
        "Tỷ lệ hộ nghèo giảm còn 0,15%.",
        "The rate of poor households fell to 0.15%.",
    ),
    (
        "Hơn 2/3 số sản phẩm đã có mã QR và sẽ hoàn thành trước ngày 31-12.",
        "More than two thirds of the products have QR codes and will be done before 31 December.",
    ),
    (
        "Ông cho biết, đây là năm thứ ba liên tiếp đơn vị đạt giải nhất.",
        "He said this was the third year in a row in which the unit won first prize.",
    ),
    (
        "Từ nay đến cuối năm, mỗi tháng một chuyên đề, phát sóng lúc 19h45 thứ Hai hằng tuần.",
        "From now to the end of the year there is one feature a month, aired at 7.45 p.m. every Monday.",
    ),
    (
        "Đợt 1 từ ngày 01 đến 15/3; đợt 2 từ ngày 16 đến ngày 31/3/2025.",
        "Round 1 runs from 1 to 15 March, round 2 from 16 to 31 March 2025.",
    ),
    (
        "Cá bóp một nắng đóng gói 500 g, giá 350.000 đồng/gói.",
        "One-sun-dried cobia comes in packs of 500 g at VND 350,000 a pack.",
    ),
    (
        "Hòn đảo cách đất liền khoảng 97 hải lý (180 km), rộng 76 km2.",
        "The island lies about 97 nautical miles (180 km) from the mainland and covers 76 square kilometres.",
    ),
    (
        "Tốc độ 100 Mbps, dung lượng 2 GB, công suất 1,5 MW.",
        "A speed of 100 Mbps, 2 GB of storage and 1.5 MW of power.",
    ),
    (
        "Sản lượng đạt 12.000 tấn/năm, năng suất 8 tấn/ha/vụ, 2 vụ mỗi năm.",
        "Output is 12,000 tonnes a year, with a yield of 8 tonnes/ha per crop and two crops a year.",
    ),
    (
        "Phần thưởng: 1 giải nhất (20 triệu đồng), 2 giải nhì (mỗi giải 15 triệu đồng), 3 giải ba (mỗi "
        "giải 10 triệu đồng).",
        "Prizes: one first prize (VND 20 million), two second prizes (VND 15 million each) and three "
        "third prizes (VND 10 million each).",
    ),
    (
        "Vào tháng Tám vừa qua, đoàn gồm 12 người đã thăm ba nước châu Âu trong 10 ngày.",
        "Last August a delegation of 12 visited three European countries over ten days.",
    ),
    (
        "Sáu nhóm ngành, 26 phân nhóm.",
        "Six sets and 26 groups.",
    ),
    (
        "Đoàn khảo sát hai tuyến: tuyến thứ nhất dài 12 km, tuyến thứ hai dài gấp đôi.",
        "The team surveyed two routes: the first is 12 km long, the second twice as long.",
    ),
    (
        "Khu vực có khoảng 3,5 triệu dân, mật độ 1.700 người/km².",
        "The area has about 3.5 million people, a density of 1,700 people per km².",
    ),
    (
        "Bà đã gắn bó 40 năm với nghề, từ năm 18 tuổi.",
        "She has been in the craft for 40 years, since she was 18.",
    ),
    (
        "Nước mắm 40 độ đạm, ủ 12-18 tháng.",
        "Fish sauce of 40 degrees protein, fermented for 12–18 months.",
    ),
    (
        "Từ ngày 1/1/2025, huyện có 11 đơn vị hành chính cấp xã (7 xã, 4 thị trấn).",
        "Since 1 January 2025 the district has had 11 commune-level units (seven communes and four towns).",
    ),
    (
        "Hội nghị lần thứ 3 Ban Chấp hành khóa VII.",
        "The 3rd conference of the 7th Executive Committee.",
    ),
    (
        "TP.HCM sau sáp nhập có 168 đơn vị hành chính cấp xã, gồm 113 phường, 54 xã và 1 đặc khu.",
        "After the merger Ho Chi Minh City has 168 commune-level units: 113 wards, 54 communes and one special zone.",
    ),
    (
        "Chương trình có hai phần; phần một giới thiệu, phần hai trao đổi.",
        "The programme has two parts: part one is an introduction, part two a discussion.",
    ),
    (
        "Một trong những điểm đến hấp dẫn nhất, thu hút hàng nghìn lượt khách mỗi năm.",
        "One of the most attractive destinations, drawing thousands of visitors each year.",
    ),
    (
        "Thủ tục giảm từ 5 bước còn 3 bước, thời gian giảm 50%.",
        "Steps cut from five to three, time by half.",
    ),
    (
        "Có 100% sản phẩm được dán tem.",
        "All products carry a label.",
    ),
    (
        "Diễn ra trong hai ngày 15 và 16-11-2024.",
        "Held on 15 and 16 November 2024.",
    ),
    (
        "Vào lúc 9h sáng thứ Bảy (23/11).",
        "At 9 a.m. on Saturday (23 November).",
    ),
    (
        "Tháng 6 năm 2023 đến tháng 6 năm 2024.",
        "June 2023 to June 2024.",
    ),
    (
        "Trong vòng 30 phút đi xe, du khách có thể đến 5 điểm.",
        "Within half an hour by car visitors can reach five places.",
    ),
    (
        "Cây cao 1,5m-2m.",
        "The trees are 1.5 to 2 m tall.",
    ),
    (
        "Khoảng 80-90% sản lượng xuất sang Mỹ, EU.",
        "Some 80–90 percent of output goes to the US and the EU.",
    ),
    (
        "Chỉ dẫn địa lý số 76 (Bà Rịa) được cấp ngày 16 tháng 9 năm 2019.",
        "GI No. 76 (Ba Ria) was granted on September 16, 2019.",
    ),
]
"""Sentences as newspapers write them, translated freely."""


@pytest.mark.parametrize(("vi", "en"), [*PAIRS, *PROSE])
def test_no_finding(vi: str, en: str) -> None:
    assert told(compared(vi, en)) == []


def test_the_table_is_long_enough() -> None:
    assert len(PAIRS) >= 60
    assert len(set(PAIRS)) == len(PAIRS)
