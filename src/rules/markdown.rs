//! The rule book as a page to print and to cite.

use super::{BookFace, Language, Severity};

/// The rule book as Markdown.
pub fn markdown(book: &BookFace, language: Language) -> String {
    let say = |zh: &'static str, en: &'static str| super::Text { zh, en }.in_language(language);
    let mut out = format!("# {} {} ({})\n\n", say("勾稽规则", "gouji rule book"), book.version, book.hash);
    out += say(
        "政府信息公开工作年度报告的核对规则。依据后的字母是可信程度：A 读过正式文本，B 多份公开报告一致，C 单一来源或推断，D 未见来源。\n",
        "What an annual report on government information disclosure is checked for. Certainty: A official text read, B several published reports agree, C one source or deduced, D no source read.\n",
    );
    let colon = say("：", ": ");
    for rule in &book.rules {
        let severity = match rule.severity {
            Severity::Error => say("必须修改", "error"),
            Severity::Warning => say("请核实并说明", "warning"),
            Severity::Notice => say("提示", "notice"),
        };
        let until = rule.until.map_or_else(|| say("至今", "on").to_string(), |year| year.to_string());
        out += &format!("\n## {} `{}`\n\n", rule.title, rule.id);
        let years = if rule.until == Some(rule.since) { rule.since.to_string() } else { format!("{}–{until}", rule.since) };
        out += &format!("- {}{colon}{severity}", say("级别", "Severity"));
        if rule.hard {
            out += say("（可降为“请核实并说明”，不可关闭）", " (may be lowered to a warning, not switched off)");
        }
        if rule.consequence {
            out += say("（由其他规则推出，不与其所由推出的规则同时报告）", " (a consequence, never reported beside what it follows from)");
        }
        out += &format!("\n- {}{colon}{years}\n", say("年度", "Years"));
        if let Some(equation) = rule.equation {
            let count = rule.instances.iter().map(|instance| instance.at).collect::<std::collections::BTreeSet<_>>().len();
            out += &format!("- {}{colon}{equation} ({count} {})\n", say("关系", "Relation"), say("处", "×"));
        }
        out += &format!("- {}{colon}{}\n", say("为什么", "Why"), rule.why);
        out += &format!("- {}{colon}{}\n", say("怎么办", "What to do"), rule.help);
        out += &format!("- {}{colon}{} ({})\n", say("依据", "Basis"), rule.basis.text, rule.basis.certainty);
    }
    out
}
