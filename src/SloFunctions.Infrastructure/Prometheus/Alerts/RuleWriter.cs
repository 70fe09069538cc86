using System.Text;

namespace SloFunctions.Infrastructure.Prometheus.Alerts;

/// <summary>Writes the YAML of rule files, the part of YAML that they need. Every text from outside is quoted.</summary>
internal sealed class RuleWriter(TextWriter output)
{
    private bool empty = true;

    /// <summary>Writes one comment line.</summary>
    public void Comment(string text)
    {
        output.Write("# ");
        // A comment ends with its line, and texts from outside may hold any character.
        output.Write(text.ReplaceLineEndings(" "));
        output.Write('\n');
    }

    /// <summary>Begins a group.</summary>
    /// <param name="name">Its name, once a file.</param>
    /// <param name="interval">The time between evaluations.</param>
    public void Group(string name, string interval)
    {
        if (empty) output.Write("groups:\n");
        empty = false;
        output.Write($"- name: {Quote(name)}\n  interval: {interval}\n  rules:\n");
    }

    /// <summary>Writes a recording.</summary>
    public void Record(string metric, string expression, string labels)
    {
        output.Write($"  - record: {metric}\n");
        Body(expression, labels);
    }

    /// <summary>Writes an alert.</summary>
    public void Alert(string name, string expression, string? lasting, string labels, string annotations)
    {
        output.Write($"  - alert: {name}\n");
        if (lasting is not null) output.Write($"    for: {lasting}\n");
        Body(expression, labels);
        output.Write($"    annotations: {annotations}\n");
    }

    /// <summary>Ends the file.</summary>
    public void End()
    {
        if (empty) output.Write("groups: []\n");
    }

    /// <summary>A mapping on one line; those without a value are left out.</summary>
    public static string Map(params IEnumerable<(string Name, string? Value)> entries) =>
        $"{{{string.Join(", ", entries.Where(e => e.Value is not null).Select(e => $"{e.Name}: {Quote(e.Value!)}"))}}}";

    /// <summary>A text in double quotes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                < ' ' or (>= '\x7f' and < '\xa0') or '\u2028' or '\u2029' or '\ufeff' => quoted.Append($"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A text as a template that writes nothing but it.</summary>
    public static string Literal(string text) => text.Replace("{{", "{{\"{{\"}}", StringComparison.Ordinal);

    private void Body(string expression, string labels)
    {
        if (expression.Contains('\n', StringComparison.Ordinal)) output.Write($"    expr: |-\n      {expression.Replace("\n", "\n      ", StringComparison.Ordinal)}\n");
        else output.Write($"    expr: {Quote(expression)}\n");
        output.Write($"    labels: {labels}\n");
    }
}
