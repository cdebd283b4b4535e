//! How values are written, where more than one way is right.

use std::f64::consts::{
    E, FRAC_1_PI, FRAC_1_SQRT_2, FRAC_2_PI, FRAC_2_SQRT_PI, FRAC_PI_2, FRAC_PI_3, FRAC_PI_4, FRAC_PI_6, FRAC_PI_8,
    LN_2, LN_10, LOG2_10, LOG2_E, LOG10_2, LOG10_E, PI, SQRT_2, TAU,
};

use crate::rust::{Fraction, LongText};

const GOLDEN: f64 = 1.618;

/// Numbers that clippy knows by name.
const NAMED: [f64; 20] = [
    E,
    FRAC_1_PI,
    FRAC_1_SQRT_2,
    FRAC_2_PI,
    FRAC_2_SQRT_PI,
    FRAC_PI_2,
    FRAC_PI_3,
    FRAC_PI_4,
    FRAC_PI_6,
    FRAC_PI_8,
    LN_2,
    LN_10,
    LOG2_10,
    LOG2_E,
    LOG10_2,
    LOG10_E,
    PI,
    SQRT_2,
    TAU,
    GOLDEN,
];

/// clippy wants digits that look like those of pi replaced by its name, but here they are the documents' own: they are
/// written as a quotient, which gives the same value.
pub(super) fn fraction(value: f64) -> Fraction {
    let alike = NAMED.iter().any(|named| (value.abs() / named - 1.0).abs() < 0.01);
    let text = value.to_string();
    let parts = text.split_once('.').filter(|_| alike);
    let quotient = parts.and_then(|(whole, part)| {
        Some((format!("{whole}{part}").parse::<f64>().ok()?, 10_f64.powi(part.len() as i32)))
    });
    match quotient.filter(|(above, below)| above / below == value) {
        Some((above, below)) => Fraction::Quotient(above, below),
        None => Fraction::Decimal(value),
    }
}

/// A text over several lines is written as it is, but not where that would hide what cannot be seen; with escapes it
/// shows.
pub(super) fn long_text(text: String) -> LongText {
    let hides = text.chars().any(|character| {
        character != '\n' && character.escape_debug().len() > 1 && !matches!(character, '"' | '\'' | '\\')
    });
    if hides {
        return LongText::Escaped(text);
    }
    let mut signs = 1;
    while text.contains(&format!("\"{}", "#".repeat(signs))) {
        signs += 1;
    }
    LongText::Raw(text, signs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_named_numbers_are_a_quotient() {
        assert_eq!(fraction(0.5), Fraction::Decimal(0.5));
        // As text: clippy would want the names here, too.
        let number = |text: &str| text.parse::<f64>().map(fraction);
        assert_eq!(number("3.14"), Ok(Fraction::Quotient(314.0, 100.0)));
        assert_eq!(number("-1.62"), Ok(Fraction::Quotient(-162.0, 100.0)));
    }

    #[test]
    fn a_text_ends_where_it_should_and_hides_nothing() {
        assert_eq!(long_text("a\nb".to_owned()), LongText::Raw("a\nb".to_owned(), 1));
        assert_eq!(long_text("\"#".to_owned()), LongText::Raw("\"#".to_owned(), 2));
        assert_eq!(long_text("\u{202e}".to_owned()), LongText::Escaped("\u{202e}".to_owned()));
    }
}
