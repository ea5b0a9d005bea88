//! The lines of an iCalendar file.

/// A line as RFC 5545 3.1 writes them, unfolded.
pub struct ContentLine {
    /// Where it begins in the file, from 1.
    pub number: usize,
    pub name: String,
    /// What stands between the name and the value, as it was written.
    pub parameters: String,
    pub value: String,
}

/// The lines of a file; those without a colon are left out, as blank ones are.
pub fn lines(text: &str) -> impl Iterator<Item = ContentLine> {
    let mut whole: Vec<(usize, String)> = Vec::new();
    let text = text.trim_start_matches('\u{feff}');
    for (index, line) in text.lines().enumerate() {
        let folded = line.strip_prefix([' ', '\t']);
        match (folded, whole.last_mut()) {
            (Some(rest), Some((_, before))) => before.push_str(rest),
            _ => whole.push((index + 1, line.to_owned())),
        }
    }
    whole.into_iter().filter_map(|(number, line)| {
        let colon = colon_of(&line)?;
        let (head, value) = line.split_at_checked(colon)?;
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        Some(ContentLine {
            number,
            name: name.trim().to_ascii_uppercase(),
            parameters: parameters.to_owned(),
            value: value.get(1..)?.trim().to_owned(),
        })
    })
}

/// Where the value of a line begins: at the first colon outside of quotation marks.
fn colon_of(line: &str) -> Option<usize> {
    let mut quoted = false;
    line.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == ':' && !quoted).then_some(at)
    })
}

impl ContentLine {
    /// A parameter's value, without quotation marks.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let mut rest = self.parameters.as_str();
        loop {
            let (key, after) = rest.split_once('=')?;
            let end = end_of_parameter(after);
            if key.trim().eq_ignore_ascii_case(name) {
                return Some(after.get(..end)?.trim().trim_matches('"'));
            }
            rest = after.get(end + 1..)?;
        }
    }
}

/// Where a parameter ends: at the next semicolon outside of quotation marks.
fn end_of_parameter(text: &str) -> usize {
    let mut quoted = false;
    let end = text.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == ';' && !quoted).then_some(at)
    });
    end.unwrap_or(text.len())
}
