using System.Text.RegularExpressions;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>Commands of <c>./slo</c> with their options, held against what the script and the programs behind it say of themselves.</summary>
internal static partial class ScriptCommands
{
    private static readonly Lazy<string> Script = new(() => SourceFiles.Read("slo"));

    private static readonly Lazy<string> Options = new(() => string.Join(
        '\n',
        SourceFiles.Below("tools/slo", "*.sh").Concat(SourceFiles.Below("src/SloFunctions.LocalHost", "*Options.cs")).Append("slo").Select(SourceFiles.Read)));

    private static readonly Lazy<string> Benchmarks = new(() => string.Join('\n', SourceFiles.Below("tests/Benchmarks", "*.cs").Select(SourceFiles.Read)));

    /// <summary>The command, the command with its second word, and the command with each of its options.</summary>
    public static IEnumerable<string> Named(MarkdownPage page) =>
        page.Blocks("bash").Concat(page.Spans).SelectMany(code => Command().Matches(code)).SelectMany(m =>
            Enumerable.Empty<string>()
                .Append(m.Groups["second"].Success ? $"{m.Groups["first"].Value} {m.Groups["second"].Value}" : m.Groups["first"].Value)
                .Concat(Option().Matches(m.Groups["rest"].Value).Select(option => $"{m.Groups["first"].Value} {option.Value}")));

    public static bool IsKnown(string name)
    {
        string[] words = name.Split(' ');
        return IsCommand(words[0]) && (words.Length == 1 || (words[1].StartsWith('-') ? HasOption(words[1]) : Takes(words[0], words[1])));
    }

    private static bool IsCommand(string name) => Script.Value.Split('\n').Any(line => line.StartsWith($"  {name} ", StringComparison.Ordinal));

    private static bool HasOption(string option) => Regex.IsMatch(Options.Value, $"{Regex.Escape(option)}(?![a-z-])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // What the usage lists after the command is either a choice of words, or a placeholder in capitals that takes a name.
    private static bool Takes(string command, string word)
    {
        if (command == "bench") return Benchmarks.Value.Contains($"\"{word}\"", StringComparison.Ordinal);
        return Script.Value.Split('\n').Where(line => line.StartsWith($"  {command} ", StringComparison.Ordinal)).Select(line => line[(command.Length + 3)..].Split(' ')[0])
            .Any(next => next.Split('|').Contains(word) || next is "FILE" or "[FILTER]");
    }

    [GeneratedRegex("""\./slo (?<first>[a-z]+)( (?<second>[a-z][a-z0-9.-]*))?(?<rest>[^\n;|]*)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Command();

    [GeneratedRegex("""(?<= )--[a-z-]+""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Option();
}
