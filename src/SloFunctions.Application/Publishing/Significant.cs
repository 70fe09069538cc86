using System.Globalization;

namespace SloFunctions.Application.Publishing;

/// <summary>Numbers as they are shown whatever their size.</summary>
internal static class Significant
{
    /// <summary>A value to nine significant digits.</summary>
    public static double Of(double value) => double.Parse(value.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
