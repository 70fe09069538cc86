using System.Globalization;
using System.Text;

namespace SloFunctions.Infrastructure.Prometheus.Alerts.Specifications;

/// <summary>Texts and numbers as YAML reads them, whatever is in them.</summary>
internal static class YamlText
{
    /// <summary>A text in double quotes, on one line.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                // What YAML takes for a line's end, and what it does not let in.
                < ' ' or '\u007f' or (>= '\u0080' and <= '\u009f') or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff' =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A number in plain digits.</summary>
    public static string Number(decimal number) => number.ToString("0.################", CultureInfo.InvariantCulture);
}
