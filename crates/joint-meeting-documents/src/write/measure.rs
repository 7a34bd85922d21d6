//! The width of text, counted in halves of a Chinese character, as far as that can be known without a font.

/// The width of a text in half characters: two for what is printed as wide as a Chinese character, one for the rest.
pub(super) fn cells(text: &str) -> u32 {
    text.chars().map(|it| if is_wide(it) { 2 } else { 1 }).sum()
}

fn is_wide(it: char) -> bool {
    it >= '\u{2E80}' || matches!(it, '—' | '…' | '“' | '”' | '‘' | '’')
}

/// The distance from the right edge, in half characters, at which an issuer stands above its date: centred on the date,
/// and not nearer than two characters.
pub(super) fn beside_date(issuer: &str, date: &str) -> u32 {
    ((2 * DATE_INSET + cells(date)).saturating_sub(cells(issuer)) / 2).max(4)
}

/// The distance from the right edge at which a date stands: four characters, in half characters.
pub(super) const DATE_INSET: u32 = 8;

/// Where the lines that tell what annexes there are begin, and how much stands before each title, in half characters: all
/// titles stand below each other, the first line two characters from the left.
pub(super) fn annex_insets(lines: &[(String, &str)]) -> Vec<(u32, u32)> {
    let wide = |it: &(String, &str)| cells(&it.0);
    let number = lines.iter().skip(1).map(wide).max().unwrap_or(0);
    let second = lines.get(1).map_or(0, wide);
    let titles = ANNEX_INSET + lines.first().map_or(0, wide) + number - second;
    let inset = |ix: usize| if ix == 0 { ANNEX_INSET } else { titles - number };
    (0..lines.len()).map(|ix| (inset(ix), titles - inset(ix))).collect()
}

/// The distance from the left edge at which a paragraph begins, in half characters.
const ANNEX_INSET: u32 = 4;

/// The number of columns from which on a table is in smaller type.
pub(super) const MANY_COLUMNS: usize = 7;

/// The widest type of a mark, in half points; the narrowest; and what a line holds.
const WIDEST: u32 = 104;
const NARROWEST: u32 = 44;
const LINE: u32 = 864;

/// The size of the type in which a mark fits into one line, in half points, and how far its characters must be condensed, in
/// per cent.
pub(super) fn mark_size(mark: &str) -> (u32, u32) {
    let halves = cells(mark).max(1);
    // Half points are wide enough for one half of a character.
    let size = (LINE * 2 / halves).clamp(NARROWEST, WIDEST) / 2 * 2;
    let scale = (LINE * 200 / (halves * size)).clamp(20, 100);
    (size, scale)
}

/// The number of half characters that a line of a title holds.
const TITLE: u32 = 40;
/// The distance in half characters from where a line would divide a title evenly, within which the line may end.
const UNEVEN: u32 = 10;
/// The endings of a line of a title that are best, the best first.
const ENDS: [&str; 3] = ["》", "会议", "的"];
/// What no line begins with, and what none ends with.
const NO_BEGIN: &str = "，。、；：！？）》〉」』】〕”’的";
const NO_END: &str = "（《〈「『【〔“‘";
/// The words that no line divides; they stand in the title of nearly every paper of a joint meeting.
const WHOLE: [&str; 6] = ["联席", "会议", "工作", "管理", "年度", "关于"];

/// The width of a title as far as it was read, with the quarter of a character that word processors put between Chinese and figures.
#[derive(Clone, Copy, Default)]
struct TitleWidth {
    cells: u32,
    gaps: u32,
    is_figure: Option<bool>,
}

impl TitleWidth {
    fn of(text: &str) -> u32 {
        text.chars().fold(Self::default(), Self::and).cells()
    }

    fn and(self, next: char) -> Self {
        let is_figure = next.is_ascii_alphanumeric();
        let is_gap = self.is_figure.is_some_and(|it| it != is_figure);
        let cells = self.cells + if is_wide(next) { 2 } else { 1 };
        Self { cells, gaps: self.gaps + u32::from(is_gap), is_figure: Some(is_figure) }
    }

    /// In half characters.
    fn cells(self) -> u32 {
        self.cells + self.gaps.div_ceil(2)
    }
}

/// The lines of a Chinese title: of about the same length, and divided where the sense allows as far as that can be seen. One line is
/// left to whoever sets it, as is a title in a language with spaces.
pub(super) fn title_lines(title: &str) -> Vec<&str> {
    let mut width = TitleWidth::of(title);
    let lines = width.div_ceil(TITLE);
    if lines < 2 || title.contains(char::is_whitespace) {
        return vec![title];
    }
    let (mut all, mut rest) = (Vec::new(), title);
    for left in (2..=lines).rev() {
        let Some((line, after)) = cut(rest, width, left) else { break };
        all.push(line);
        width = width.saturating_sub(TitleWidth::of(line));
        rest = after;
    }
    all.push(rest);
    all
}

/// The first of so many lines, and what is left; of a text so wide, which is not measured again for each place.
fn cut(text: &str, width: u32, lines: u32) -> Option<(&str, &str)> {
    let even = width / lines;
    // No line that fits has more characters than half characters.
    let characters = text.char_indices().take(TITLE as usize + 1);
    let places = characters.scan(TitleWidth::default(), |read, (at, next)| {
        let long = read.cells();
        *read = read.and(next);
        Some((long, text.split_at_checked(at)?))
    });
    let worth = |(long, (line, rest)): (u32, (&str, &str))| {
        let (last, next) = (line.chars().next_back()?, rest.chars().next()?);
        let fits = long <= TITLE
            && width.saturating_sub(long) <= TITLE * (lines - 1)
            && long.abs_diff(even) <= UNEVEN;
        let pair = String::from_iter([last, next]);
        let divides =
            WHOLE.contains(&pair.as_str()) || (last.is_ascii_alphanumeric() && next.is_ascii_alphanumeric());
        let may = !divides && !NO_BEGIN.contains(next) && !NO_END.contains(last);
        let end = ENDS.iter().position(|it| line.ends_with(it)).unwrap_or(ENDS.len());
        (fits && may).then(|| (end, long.abs_diff(even)))
    };
    places.filter_map(|it| Some((worth(it)?, it.1))).min_by_key(|(worth, _)| *worth).map(|(_, it)| it)
}

/// The number of lines a text takes at the foot of the last page, rather too many than too few.
pub(super) fn foot_lines(text: &str) -> u32 {
    // What is no Chinese character is on average less wide than half of one.
    let tenths: u32 = text.chars().map(|it| if is_wide(it) { 20 } else { 9 }).sum();
    tenths.div_ceil(FOOT * 10)
}

/// The number of half characters that a line of the foot holds, with some to spare.
const FOOT: u32 = 54;

/// The most lines of a foot at the bottom of the page; a foot of more lines stands where the text ends, and goes over
/// pages like the text.
pub(super) const HIGHEST_FOOT: u32 = 12;

/// Whether two texts stand in one line at the foot, one at each edge.
pub(super) fn stand_in_one_line(left: &str, right: &str) -> bool {
    cells(left) + cells(right) < FOOT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_divided_where_the_sense_allows() {
        for lines in [
            vec!["议定事项落实台账"],
            vec!["全国示例工作部际联席会议", "2023年度工作总结"],
            vec!["南开区养犬管理工作联席会议", "2022年度佐证材料目录"],
            vec!["关于召开南开区养犬管理工作联席会议", "联络员会议的通知"],
            vec!["关于印发宠物经营场所和小区", "养犬专题会议议定事项的通知"],
            vec!["《南开区养犬管理工作联席会议制度》", "2022年度执行情况核查"],
            vec!["Minutes of the Joint Meeting on Dog Management in Nankai District"],
        ] {
            assert_eq!(title_lines(&lines.concat()), lines);
        }
        for length in 0..200 {
            let title = "长".repeat(length);
            let lines = title_lines(&title);
            assert_eq!(lines.concat(), title);
            assert!(lines.iter().all(|it| cells(it) <= TITLE), "{lines:?}");
        }
        // A long title is divided as quickly as a short one.
        assert_eq!(title_lines(&"长".repeat(100_000)).len(), 5_000);
        // Where nothing can be divided, whoever sets the title must find a way.
        let figures = "7".repeat(90);
        assert_eq!(title_lines(&figures), [figures.as_str()]);
    }

    #[test]
    fn a_mark_fits_into_one_line() {
        for length in 1..80_u32 {
            let mark = "公".repeat(length as usize);
            let (size, scale) = mark_size(&mark);
            assert!(size * length * scale / 100 <= LINE, "{length} characters of {size}, {scale} %");
        }
        assert_eq!(mark_size("公安南开分局文件"), (104, 100));
    }

    #[test]
    fn an_issuer_is_centred_on_its_date() {
        assert_eq!(beside_date("区级联席会议办公室", "2022年12月22日"), 6);
        assert_eq!(beside_date("某局", "2022年5月9日"), 12);
        assert_eq!(beside_date(&"长".repeat(20), "2022年5月9日"), 4);
    }

    #[test]
    fn digits_are_half_as_wide() {
        assert_eq!(cells("2022年5月19日"), 13);
    }
}
