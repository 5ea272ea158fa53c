//! What would mend a report, as text for a terminal.

use crate::arguments::Language;
use crate::outcome::plain;
use gouji::answer::Repairs;

pub fn text(repairs: &Repairs, language: Language) -> String {
    let mut out = String::new();
    for (index, repair) in repairs.repairs.iter().enumerate() {
        let sure = match (repair.unique, language) {
            (true, _) => "",
            (false, Language::Zh) => "（另有同样可能的改法）",
            (false, Language::En) => " (others are as likely)",
        };
        let number = index + 1;
        out += &match language {
            Language::Zh => format!("  修改建议 {number}{sure}：{}\n", plain(&repair.reason)),
            Language::En => format!("  Repair {number}{sure}: {}\n", plain(&repair.reason)),
        };
    }
    if !repairs.repairs_complete {
        out += match language {
            Language::Zh => "  错误较多，未能在限定时间内找全修改建议\n",
            Language::En => "  Too much is wrong to find all repairs in time\n",
        };
    }
    if repairs.more_repairs {
        out += match language {
            Language::Zh => "  还有改动同样少的其他改法，未全部列出\n",
            Language::En => "  There are more repairs as small as these\n",
        };
    }
    if !repairs.look_up.is_empty() {
        let cells = repairs.look_up.join(match language {
            Language::Zh => "、",
            Language::En => ", ",
        });
        out += &match language {
            Language::Zh => format!("  请对照登记台账核实：{cells}\n"),
            Language::En => format!("  Look these up in the register: {cells}\n"),
        };
    }
    out
}
