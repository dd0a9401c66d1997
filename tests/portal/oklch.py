"""OKLCH to sRGB, and the contrast of WCAG 2: what a test of colors needs."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Color:
    lightness: float
    chroma: float
    hue: float

    def linear(self, chroma: float) -> tuple[float, float, float]:
        """Linear red, green and blue, maybe outside of what a screen can show."""
        a = chroma * math.cos(math.radians(self.hue))
        b = chroma * math.sin(math.radians(self.hue))
        long = (self.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
        middle = (self.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (self.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
        return (
            4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
        )

    def shown(self) -> tuple[float, float, float]:
        """The nearest color on a screen: the same hue, with less chroma."""
        low, high = 0.0, self.chroma
        if in_gamut(self.linear(high)):
            return self.linear(high)
        for _ in range(30):
            middle = (low + high) / 2
            if in_gamut(self.linear(middle)):
                low = middle
            else:
                high = middle
        return self.linear(low)

    @property
    def luminance(self) -> float:
        red, green, blue = (min(max(part, 0), 1) for part in self.shown())
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def in_gamut(parts: tuple[float, float, float]) -> bool:
    return all(-1e-6 <= part <= 1 + 1e-6 for part in parts)


def contrast(one: Color, other: Color) -> float:
    dark, light = sorted((one.luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
