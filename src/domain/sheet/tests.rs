use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn text(cell: Option<&Cell>) -> &str {
    match cell {
        Some(Cell::Text(text)) => text,
        other => panic!("{other:?}"),
    }
}

fn faults(file: &str) -> Vec<(usize, String, String)> {
    let (_, faults) = read(file.as_bytes());
    let listed = faults.listed.into_iter();
    listed.map(|f| (f.line, f.column, f.code)).collect()
}

const HOSTS: &str = "city,name,kind,track\nseattle,Port,office,business\n";

#[rstest]
#[case::plain(HOSTS)]
#[case::with_a_mark("\u{FEFF}city,name,kind,track\nseattle,Port,office,business\n")]
#[case::semicolons("city;name;kind;track\r\nseattle;Port;office;business\r\n")]
#[case::tabs("city\tname\tkind\ttrack\nseattle\tPort\toffice\tbusiness")]
#[case::said("sep=;\r\ncity;name;kind;track\r\nseattle;Port;office;business\r\n")]
#[case::capitals("City,Name,KIND, Track \nseattle,Port,office,business")]
#[case::empty_rows_and_columns(
    "city,name,kind,track,,\nseattle,Port,office,business,,\n,,,,,\n,,,,,\n"
)]
#[case::blank_lines("\n\ncity,name,kind,track\n\nseattle,Port,office,business\n\n")]
#[case::quotes(
    "\"city\",\"name\",\"kind\",\"track\"\n\"seattle\",\"Port\",\"office\",\"business\""
)]
#[case::another_order("track,kind,name,city\nbusiness,office,Port,seattle\n")]
#[case::json(
    r#"{"hosts": [{"city": "seattle", "name": "Port", "kind": "office", "track": "business"}]}"#
)]
fn what_spreadsheets_and_programs_write(#[case] file: &str) {
    let (rows, faults) = read(file.as_bytes());
    assert!(faults.is_empty(), "{faults:?}");
    let [row] = rows.as_slice() else {
        panic!("{rows:?}")
    };
    assert_eq!(row.table, Table::Hosts);
    assert_eq!(text(row.cells.get("name")), "Port");
    assert_eq!(text(row.cells.get("track")), "business");
}

#[rstest]
#[case("", &[(0, "", "empty_file")])]
#[case(" \n ", &[(0, "", "empty_file")])]
#[case("hello", &[(1, "", "unknown_table")])]
#[case("1,2,3\n4,5,6", &[(1, "", "unknown_table")])]
#[case("city,name,kind,track,color\nseattle,Port,office,business,red",
    &[(1, "color", "unknown_column")])]
#[case("city,name,kind\nseattle,Port,office", &[(1, "track", "missing_column")])]
#[case("city,name,kind,track,city\n", &[(1, "city", "duplicate_column")])]
#[case("city,name,kind,track\nseattle,Port,office,business,extra\nseattle,\"a\nb\",office,business\n\
    seattle,Port, authority,office,business\n", &[(2, "", "too_many_cells"), (5, "", "too_many_cells")])]
#[case("city,name,kind,track\n\nseattle,\"Port,office,business\n", &[(3, "", "unclosed_quote")])]
#[case("{\"hosts\": ", &[(1, "", "malformed_json")])]
#[case("[]", &[(1, "", "unknown_table")])]
#[case("{\n\"towns\": []}", &[(2, "", "unknown_table")])]
#[case("{\n\"hosts\": 7}", &[(2, "", "wrong_type")])]
#[case("{\"hosts\": [\n{\"city\": \"a\", \"name\": \"[{,\\\"\", \"kind\": \"b\", \"track\": \"c\"},\n 7,\n\n\
    {\"city\": {}, \"name\": \"a\", \"kind\": [1], \"track\": null}, {\"town\": \"a\"}]}",
    &[(3, "", "wrong_type"), (5, "city", "wrong_type"), (5, "kind", "wrong_type"),
      (5, "city", "required"), (5, "kind", "required"), (5, "town", "unknown_column"),
      (5, "city", "required"), (5, "name", "required"), (5, "kind", "required"),
      (5, "track", "required")])]
fn what_cannot_be_read_is_told_by_line(
    #[case] file: &str,
    #[case] expected: &[(usize, &str, &str)],
) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(line, column, code)| (*line, (*column).to_owned(), (*code).to_owned()))
        .collect();
    assert_eq!(faults(file), expected);
}

#[test]
fn what_is_no_text_is_told_by_line() {
    let (_, faults) = read(b"city,name\nseattle,\xE9cole\n");
    assert_eq!(
        (faults.listed[0].line, faults.listed[0].code.as_str()),
        (2, "not_utf8")
    );
}

#[test]
fn files_and_their_faults_are_bounded() {
    let row = "seattle,Port,office,business,extra\n";
    let many = format!("city,name,kind,track\n{}", row.repeat(1_500));
    let (_, counted) = read(many.as_bytes());
    assert_eq!((counted.listed.len(), counted.total), (FAULTS_MAX, 1_500));
    let row = "a,b,c,d\n";
    let long = format!("city,name,kind,track\n{}", row.repeat(ROWS_MAX + 1));
    assert_eq!(
        faults(&long),
        [(0, String::new(), "too_many_rows".to_owned())]
    );
    let (rows, none) = read(format!("city,name,kind,track\n{}", row.repeat(ROWS_MAX)).as_bytes());
    assert!(none.is_empty() && rows.len() == ROWS_MAX);
    assert_eq!(rows.last().map(|row| row.line), Some(ROWS_MAX + 1));
    let large = vec![b'a'; FILE_MAX + 1];
    assert_eq!(read(&large).1.listed[0].code, "file_too_large");
    // Brackets within brackets do not exhaust the stack.
    assert_eq!(faults(&"[".repeat(100_000))[0].2, "malformed_json");
}

#[rstest]
#[case("=1+1", "'=1+1")]
#[case("+49 30", "'+49 30")]
#[case("-3", "'-3")]
#[case("@SUM(A1)", "'@SUM(A1)")]
#[case("\t=1", "'\t=1")]
#[case("'=1", "''=1")]
#[case("'tis", "'tis")]
#[case("a=b", "a=b")]
#[case("林", "林")]
fn no_cell_that_is_given_out_is_a_formula(#[case] value: &str, #[case] written: &str) {
    let mut writer = Writer::default();
    writer.row(["x", value]);
    let file = writer.finish();
    assert_eq!(file.trim_end_matches("\r\n"), format!("x,{written}"));
}

#[rstest]
#[case("a|b", &["a", "b"])]
#[case(" a | b ", &["a", "b"])]
#[case("", &[])]
#[case("|a||", &["a"])]
#[case("a\\|b|c\\\\", &["a|b", "c\\"])]
#[case("a\\", &["a\\"])]
fn several_values_in_a_cell(#[case] cell: &str, #[case] values: &[&str]) {
    assert_eq!(csv::split(cell), values);
}

#[rstest]
fn templates_can_be_read(
    #[values(Table::Cities, Table::Partnerships, Table::Hosts, Table::Offers)] table: Table,
) {
    let (rows, faults) = read(table.template().as_bytes());
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].table, rows[0].line), (table, 2));
    assert_eq!(rows[0].cells.len(), table.columns().len());
}

/// Texts with what breaks tables in them.
fn cell() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "a", "=", "+", "-", "@", "'", "\"", "\"\"", ",", ";", "|", "\\", "\n", "\t", " ", "林",
        "sep=", "\u{FEFF}",
    ]);
    prop::collection::vec(parts, 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn what_is_given_out_is_read_back(rows in prop::collection::vec((cell(), cell(), cell()), 0..8)) {
        let mut writer = Writer::default();
        writer.row(["city", "name", "kind", "track"]);
        for (name, kind, track) in &rows {
            writer.row(["seattle", name, kind, track]);
        }
        let file = writer.finish();
        let (found, faults) = read(file.as_bytes());
        prop_assert!(faults.is_empty(), "{:?}", faults);
        prop_assert_eq!(found.len(), rows.len());
        for (row, (name, kind, track)) in found.iter().zip(&rows) {
            prop_assert_eq!(text(row.cells.get("name")), name);
            prop_assert_eq!(text(row.cells.get("kind")), kind);
            prop_assert_eq!(text(row.cells.get("track")), track);
            // Each row stands at the line that a person counts.
            let line = file.lines().nth(row.line - 1).unwrap_or_default();
            prop_assert!(line.starts_with("seattle,"), "{}", line);
        }
        // Every cell that begins a formula is guarded, quoted or not.
        let mut plain = ::csv::ReaderBuilder::new().from_reader(file.as_bytes());
        for record in plain.records() {
            for cell in record.unwrap().iter() {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", cell);
            }
        }
    }

    #[test]
    fn values_in_a_cell_are_read_back(values in prop::collection::vec(cell(), 0..5)) {
        let kept: Vec<String> = values.iter().map(|v| v.trim().to_owned()).filter(|v| !v.is_empty()).collect();
        prop_assert_eq!(csv::split(&joined(kept.iter().map(String::as_str))), kept);
    }

    #[test]
    fn items_of_json_stand_where_they_begin(cells in prop::collection::vec(cell(), 1..6)) {
        let items: Vec<_> = cells.iter().map(|cell| serde_json::json!({
            "city": cell, "name": cell, "kind": [cell, cell], "track": cell })).collect();
        let file = serde_json::json!({ "hosts": items, "cities": [] });
        let file = serde_json::to_string_pretty(&file).unwrap();
        let (rows, faults) = read(file.as_bytes());
        prop_assert!(faults.is_empty(), "{:?}", faults);
        prop_assert_eq!(rows.len(), cells.len());
        for row in rows {
            prop_assert_eq!(file.lines().nth(row.line - 1), Some("    {"));
        }
    }

    #[test]
    fn no_file_breaks_it(parts in prop::collection::vec(prop::sample::select(vec![
        "city,name,kind,track\n", "{\"hosts\":", "[", "]", "{", "}", "\"", ",", "\n", ";", "\\", ":",
        "slug", "a", "長", "\r", "null",
    ]), 0..30)) {
        let (rows, faults) = read(parts.concat().as_bytes());
        prop_assert!(rows.len() <= 40 && faults.listed.len() <= 200);
    }
}
