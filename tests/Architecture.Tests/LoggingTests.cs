using System.Globalization;
using System.Text.RegularExpressions;

namespace SloFunctions.Architecture.Tests;

public sealed partial class LoggingTests
{
    [Fact]
    public void Each_log_event_has_an_id_of_its_own()
    {
        var ids = SourceFiles.Below("src", "*.cs")
            // Packages number their events for themselves.
            .Where(file => !file.StartsWith("src/StandIns/", StringComparison.Ordinal))
            .SelectMany(file => Event().Matches(SourceFiles.Read(file)).Select(m => int.Parse(m.Groups["id"].Value, CultureInfo.InvariantCulture)))
            .ToArray();

        ids.Length.ShouldBeGreaterThan(20);
        ids.ShouldBeUnique();
    }

    [Fact]
    public void Names_in_log_messages_begin_with_a_capital_letter_so_that_all_become_fields_alike()
    {
        SourceFiles.Below("src", "*.cs")
            .SelectMany(file => Event().Matches(SourceFiles.Read(file)).SelectMany(m => Name().Matches(m.Groups["text"].Value)))
            .Select(m => m.Groups["name"].Value)
            .Where(name => !char.IsAsciiLetterUpper(name[0]))
            .ShouldBeEmpty();
    }

    [GeneratedRegex("""LoggerMessage\((?<id>\d+), LogLevel\.\w+, "(?<text>[^"]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Event();

    [GeneratedRegex("""\{(?<name>[^}:]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
