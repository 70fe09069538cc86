using System.Globalization;

namespace SloFunctions.Application.Publishing;

/// <summary>Sentences with figures, the same in every culture.</summary>
internal static class Text
{
    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
