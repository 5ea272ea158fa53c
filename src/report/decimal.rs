//! Exact decimal numbers for amounts of money.

use core::fmt;

/// The greatest number of decimals a [`Decimal`] can hold.
pub const MOST_DECIMALS: u8 = 18;

/// An exact decimal number: `digits` × 10^-`scale`, with a scale of at most [`MOST_DECIMALS`].
///
/// The scale is kept as it was written, so `1.50` is not equal to `1.5` by `==`. Compare
/// [`normalised`](Decimal::normalised) numbers where only the quantity matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    pub digits: i64,
    pub scale: u8,
}

impl Decimal {
    pub const ZERO: Decimal = Decimal { digits: 0, scale: 0 };

    /// `digits` × 10^`exponent` exactly, or nothing where that does not fit.
    ///
    /// Trailing zeros stay, unless they have to go for the number to fit.
    #[must_use]
    pub fn from_power(digits: i64, exponent: i64) -> Option<Decimal> {
        if exponent >= 0 {
            let digits = if digits == 0 { 0 } else { digits.checked_mul(power_of_ten(exponent)?)? };
            return Some(Decimal { digits, scale: 0 });
        }
        let (mut digits, mut decimals) = (digits, exponent.unsigned_abs());
        if digits == 0 {
            decimals = decimals.min(u64::from(MOST_DECIMALS));
        }
        while decimals > u64::from(MOST_DECIMALS) {
            if digits % 10 != 0 {
                return None;
            }
            digits /= 10;
            decimals -= 1;
        }
        let scale = u8::try_from(decimals).ok()?;
        Some(Decimal { digits, scale })
    }

    /// The same quantity without trailing zeros behind the point.
    #[must_use]
    pub fn normalised(self) -> Decimal {
        if self.digits == 0 {
            return Decimal::ZERO;
        }
        let mut shorter = self;
        while shorter.scale > 0 && shorter.digits % 10 == 0 {
            shorter.digits /= 10;
            shorter.scale -= 1;
        }
        shorter
    }

    /// The same quantity with at least this many decimals, as far as they fit.
    #[must_use]
    pub fn widened(self, decimals: i64) -> Decimal {
        let missing = decimals.saturating_sub(i64::from(self.scale));
        let digits = power_of_ten(missing).and_then(|factor| self.digits.checked_mul(factor));
        match (digits, u8::try_from(decimals)) {
            (Some(digits), Ok(scale)) if scale <= MOST_DECIMALS => Decimal { digits, scale },
            _ => self,
        }
    }

    /// This number × 10^`power` exactly, or nothing where that does not fit.
    #[must_use]
    pub fn shift(self, power: i8) -> Option<Decimal> {
        Decimal::from_power(self.digits, i64::from(power) - i64::from(self.scale))
    }

    #[must_use]
    pub fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// -1, 0 or 1.
    #[must_use]
    pub fn signum(self) -> i64 {
        self.digits.signum()
    }

    /// How many decimals are written, trailing zeros included.
    #[must_use]
    pub fn decimals(self) -> u8 {
        self.scale
    }
}

/// 10^`power`, or nothing where the power is negative or too great.
pub(crate) fn power_of_ten(power: i64) -> Option<i64> {
    10_i64.checked_pow(u32::try_from(power).ok()?)
}

/// Writes the plain decimal number: `59237.2449`, `-0.5`, `1.50`.
impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        const LONGEST: u8 = 19;
        let magnitude = self.digits.unsigned_abs();
        if self.digits < 0 {
            formatter.write_char('-')?;
        }
        let mut started = false;
        for position in (0..=LONGEST.max(self.scale)).rev() {
            let digit = 10_u64
                .checked_pow(u32::from(position))
                .and_then(|power| magnitude.checked_div(power))
                .map_or(0, |quotient| (quotient % 10) as u8);
            if digit != 0 || position <= self.scale {
                started = true;
            }
            if started {
                if position.checked_add(1) == Some(self.scale) {
                    formatter.write_char('.')?;
                }
                formatter.write_char(char::from(b'0' + digit))?;
            }
        }
        Ok(())
    }
}
