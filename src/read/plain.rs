//! A text reduced to what is compared: letters and digits in one width. White space, quotes, brackets and list
//! punctuation are left out, since every program and every clerk sets them differently.
//!
//! Of NFKC only what such reports hold: full-width forms, numbers in circles, brackets or with a dot, and the radicals
//! that text extracted from a PDF has in place of ideographs. The tables of the whole of NFKC weigh more than the readers.

/// U+2F00 to U+2FD5.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_letter(text, |letter| out.push(letter));
    out
}

/// The letters of a text, for comparing; only as many as any label or title can need.
pub fn letters(text: &str) -> Vec<char> {
    const ENOUGH: usize = 400;
    let end = text.char_indices().nth(ENOUGH).map_or(text.len(), |(place, _)| place);
    let mut letters = Vec::with_capacity(end / 3);
    each_letter(&text[..end], |letter| letters.push(letter));
    letters
}

fn each_letter(text: &str, mut add: impl FnMut(char)) {
    for character in text.chars() {
        match character {
            // All but a few of the characters in a report: no table has to be asked.
            '\u{4E00}'..='\u{9FFF}' => add(character),
            '\0'..='\x7F' => {
                if character.is_ascii_alphanumeric() {
                    add(character.to_ascii_lowercase());
                }
            }
            _ => match numbered(u32::from(character)) {
                Some(number) => number.to_string().chars().for_each(&mut add),
                None => {
                    let letter = folded(character);
                    if letter.is_alphanumeric() {
                        add(letter.to_ascii_lowercase());
                    }
                }
            },
        }
    }
}

/// ①, ⑴ and ⒈
fn numbered(code: u32) -> Option<u32> {
    match code {
        0x2460..=0x2473 => Some(code - 0x2460 + 1),
        0x2474..=0x2487 => Some(code - 0x2474 + 1),
        0x2488..=0x249B => Some(code - 0x2488 + 1),
        _ => None,
    }
}

/// Which letters a text has, told in 64 bits: a letter whose bit is missing is not there.
pub fn traces(letters: &[char]) -> u64 {
    letters.iter().fold(0, |traces, letter| traces | trace(*letter))
}

pub fn trace(letter: char) -> u64 {
    // The upper bits of a product by 2^32 over the golden ratio: neighbours among the ideographs come far apart.
    1 << (u32::from(letter).wrapping_mul(0x9E37_79B1) >> 26)
}

/// Words that are looked for in many texts.
pub struct Phrase {
    letters: Vec<char>,
    traces: u64,
}

impl Phrase {
    pub fn new(text: &str) -> Phrase {
        let letters = letters(text);
        Phrase { traces: traces(&letters), letters }
    }

    /// `of`: the traces of that text.
    pub fn is_in(&self, text: &[char], of: u64) -> bool {
        self.traces & !of == 0 && text.windows(self.letters.len().max(1)).any(|part| part == self.letters)
    }
}

fn folded(character: char) -> char {
    let code = u32::from(character);
    match code {
        0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0),
        0x2F00..=0x2FD5 => RADICALS.chars().nth((code - 0x2F00) as usize),
        0x3220..=0x3229 => "一二三四五六七八九十".chars().nth((code - 0x3220) as usize),
        _ => None,
    }
    .unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn the_same_label_in_other_hands() {
        for (written, meant) in [
            ("第二十条  第(一)项", "第二十条第（一）项"),
            ("商业\n企业", "商业企业"),
            ("3.危及\"三安全一稳定\"", "3.危及“三安全一稳定”"),
            ("１．属于国家秘密", "1.属于国家秘密"),
            ("⒈属于国家秘密", "1.属于国家秘密"),
            ("①属于国家秘密", "1、属于国家秘密"),
            ("㈦总计", "（七）总计"),
            ("⼀、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请数量"),
            ("本年增／减", "本年增/减"),
            ("\u{a0}重复\u{3000}申请\u{200b}", "重复申请"),
        ] {
            assert_eq!(plain(written), plain(meant), "{written}");
        }
        assert_ne!(plain("（六）其他处理"), plain("（五）其他处理"));
    }
}
