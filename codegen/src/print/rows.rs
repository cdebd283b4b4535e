//! Calls of macros with a row a line, so that a changed row is one changed line.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// `head { row, row } name { row });`, from a head that is `path!(arguments)`.
pub(super) fn text(head: TokenStream, blocks: Vec<(Option<&'static str>, Vec<TokenStream>)>) -> String {
    let mut text = String::new();
    compact(head, &mut text);
    // The rows are the last of the macro's arguments.
    if text.ends_with(')') {
        text.pop();
    }
    for (name, rows) in blocks {
        text.push(' ');
        if let Some(name) = name {
            text.push_str(name);
            text.push(' ');
        }
        text.push_str("{\n");
        for row in rows {
            text.push_str("    ");
            compact(row, &mut text);
            text.push_str(",\n");
        }
        text.push('}');
    }
    text.push_str(");\n");
    text
}

/// Tokens in one line, spaced as in Rust: rows are names, literals, calls and lists.
fn compact(tokens: TokenStream, text: &mut String) {
    let mut after_literal = false;
    for token in tokens {
        let is_literal = matches!(token, TokenTree::Literal(_));
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                if after_literal {
                    text.push(' ');
                }
                text.push_str(open);
                compact(group.stream(), text);
                text.push_str(close);
            }
            TokenTree::Punct(sign) => match sign.as_char() {
                ',' => text.push_str(", "),
                sign @ ('=' | '/') => text.extend([' ', sign, ' ']),
                sign => text.push(sign),
            },
            TokenTree::Ident(name) => text.push_str(&name.to_string()),
            TokenTree::Literal(literal) => text.push_str(&literal.to_string()),
        }
        after_literal = is_literal;
    }
}
