//! The packed files (zip) that .docx and .xlsx are: only the parts that are asked for are unpacked, within the limits.

use super::refused::damaged;
use super::{Refusal, limits};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

pub struct Archive<'a> {
    bytes: &'a [u8],
    parts: Vec<Part<'a>>,
    unpacked: usize,
}

struct Part<'a> {
    name: &'a str,
    encrypted: bool,
    method: usize,
    checksum: usize,
    packed: usize,
    offset: usize,
}

const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
const LOCAL: &[u8] = b"PK\x03\x04";

/// Lengths of the fixed parts of the records.
const END_LENGTH: usize = 22;
const ENTRY_LENGTH: usize = 46;
const LOCAL_LENGTH: usize = 30;

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Refusal> {
        let parts = directory(bytes).ok_or_else(damaged)?;
        if parts.len() > limits::PARTS {
            return Err(Refusal::too_much("包内的文件", "parts in the file", limits::PARTS));
        }
        // Parts that share their bytes are what bombs are made of.
        let mut spans: Vec<(usize, usize)> = parts.iter().map(|part| (part.offset, part.offset.saturating_add(part.packed))).collect();
        spans.sort_unstable();
        if spans.windows(2).any(|pair| pair[0].1 > pair[1].0) {
            return Err(damaged());
        }
        Ok(Archive { bytes, parts, unpacked: 0 })
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.name)
    }

    /// The text of a part; `None` where there is none of that name.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(part) = self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name)) else { return Ok(None) };
        if part.encrypted {
            return Err(Refusal::new(
                "文件加了密码。请去掉密码后另存再试",
                "the file is protected by a password: save it without one and try again",
            ));
        }
        let data = self.data(part).ok_or_else(damaged)?;
        let most = limits::UNPACKED.saturating_sub(self.unpacked);
        let most = most.min(limits::RATIO_MATTERS_FROM.max(part.packed.saturating_mul(limits::UNPACKED_RATIO)));
        let bytes = match part.method {
            0 if data.len() <= most => data.to_vec(),
            0 => return Err(Refusal::too_much("解包后的字节", "bytes when unpacked", most)),
            8 => decompress_to_vec_with_limit(data, most).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => Refusal::too_much("解包后的字节", "bytes when unpacked", most),
                _ => damaged(),
            })?,
            _ => return Err(damaged()),
        };
        if checksum(&bytes) != part.checksum {
            return Err(damaged());
        }
        self.unpacked += bytes.len();
        super::encoding::decode(&bytes, |_| None).map(|text| Some(text.into_owned())).map_err(|_| damaged())
    }

    fn data(&self, part: &Part) -> Option<&'a [u8]> {
        let local = self.bytes.get(part.offset..)?;
        if !local.starts_with(LOCAL) {
            return None;
        }
        let start = LOCAL_LENGTH + short(local, 26)? + short(local, 28)?;
        local.get(start..start.checked_add(part.packed)?)
    }
}

fn directory(bytes: &[u8]) -> Option<Vec<Part<'_>>> {
    /// The end record may be followed by a comment of that length.
    const COMMENT: usize = 0xFFFF;
    let from = bytes.len().saturating_sub(END_LENGTH + COMMENT);
    let tail = bytes.get(from..)?;
    let end = tail.get(tail.windows(END.len()).rposition(|window| window == END)?..)?;
    if end.len() < END_LENGTH {
        return None;
    }
    let (count, offset) = (short(end, 10)?, long(end, 16)?);
    let mut rest = bytes.get(offset..)?;
    let mut parts = Vec::new();
    for _ in 0..count {
        if !rest.starts_with(ENTRY) {
            return None;
        }
        let lengths = (short(rest, 28)?, short(rest, 30)?, short(rest, 32)?);
        // Names of parts are ASCII; others are of files that nobody asks for.
        let name = std::str::from_utf8(rest.get(ENTRY_LENGTH..ENTRY_LENGTH + lengths.0)?).unwrap_or_default();
        parts.push(Part {
            name,
            encrypted: short(rest, 8)? & 1 == 1,
            method: short(rest, 10)?,
            checksum: long(rest, 16)?,
            packed: long(rest, 20)?,
            offset: long(rest, 42)?,
        });
        rest = rest.get(ENTRY_LENGTH + lengths.0 + lengths.1 + lengths.2..)?;
    }
    Some(parts)
}

/// CRC-32 as zip has it.
fn checksum(bytes: &[u8]) -> usize {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut index = 0;
        while index < 256 {
            let mut value = index as u32;
            let mut bit = 0;
            while bit < 8 {
                value = if value & 1 == 1 { (value >> 1) ^ 0xEDB8_8320 } else { value >> 1 };
                bit += 1;
            }
            table[index] = value;
            index += 1;
        }
        table
    };
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| (sum >> 8) ^ TABLE[usize::from(sum as u8 ^ byte)]);
    !sum as usize
}
