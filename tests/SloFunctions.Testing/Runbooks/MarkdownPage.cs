using System.Text.RegularExpressions;

namespace SloFunctions.Testing.Runbooks;

/// <summary>A page of Markdown, taken apart as far as its checks need it.</summary>
/// <param name="Path">Its path inside the checkout, with forward slashes.</param>
/// <param name="Text">What it says.</param>
public sealed partial record MarkdownPage(string Path, string Text)
{
    /// <summary>The index of the runbooks.</summary>
    public static MarkdownPage Index => Read("docs/runbooks/README.md");

    /// <summary>Every runbook, the index left out.</summary>
    public static IReadOnlyList<MarkdownPage> Runbooks => [.. Below("docs/runbooks").Where(page => page.Path != Index.Path)];

    /// <summary>Everything that whoever runs the app follows: the runbooks, their index, and how incidents and changes are handled.</summary>
    public static IReadOnlyList<MarkdownPage> Operations => [.. Below("docs/runbooks"), .. Below("docs/operations")];

    /// <summary>The name of the file without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>What it says outside of blocks of code.</summary>
    public string Prose => Fence().Replace(Text, "");

    /// <summary>The prose without code in the lines.</summary>
    public string Words => Span().Replace(Prose, "");

    /// <summary>Code in the lines of the prose.</summary>
    public IReadOnlyList<string> Spans => [.. Span().Matches(Prose).Select(m => m.Groups["code"].Value)];

    /// <summary>A page of the checkout.</summary>
    public static MarkdownPage Read(string path) => new(path, File.ReadAllText(RepositoryRoot.Combine(path)));

    /// <summary>Its blocks of code in a language, without their indentation.</summary>
    public IReadOnlyList<string> Blocks(string language) =>
    [
        .. Fence().Matches(Text).Where(m => m.Groups["language"].Value == language)
            .Select(m => string.Join('\n', m.Groups["code"].Value.Split('\n').Select(line => Without(line, m.Groups["indent"].Length))).TrimEnd()),
    ];

    private static IEnumerable<MarkdownPage> Below(string folder) =>
        Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.md").Order(StringComparer.Ordinal).Select(file => Read($"{folder}/{System.IO.Path.GetFileName(file)}"));

    private static string Without(string line, int indent) => line.Length >= indent ? line[indent..] : line.TrimStart();

    [GeneratedRegex("""^(?<indent>[ ]*)```(?<language>\w*)\n(?<code>.*?)^[ ]*```[ ]*$""", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<code>[^`\n]+)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Span();
}
