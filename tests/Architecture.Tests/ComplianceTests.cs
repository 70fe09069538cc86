using System.Text.Json;
using System.Text.RegularExpressions;
using SloFunctions.Testing;

namespace SloFunctions.Architecture.Tests;

public sealed partial class ComplianceTests
{
    private static readonly string Page = SourceFiles.Read("docs/compliance.md");

    private static readonly IReadOnlyList<string> Quoted = [.. Code().Matches(Page).Select(m => m.Groups["text"].Value).Distinct()];

    [Fact]
    public void Every_requirement_of_the_specification_has_its_row()
    {
        string[] wanted = [.. Enumerable.Range(1, 10).Select(n => $"| SEC-{n:000} |"), .. Enumerable.Range(1, 8).Select(n => $"| REL-{n:000} |")];

        wanted.Where(row => !Page.Contains("\n" + row, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_file_and_folder_that_is_named_exists()
    {
        string[] paths = [.. Quoted.Where(text => Folder().IsMatch(text)), .. Links().Select(link => Path.Combine("docs", link))];

        paths.Length.ShouldBeGreaterThan(25);
        paths.Where(path => !Path.Exists(RepositoryRoot.Combine(path))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_place_of_a_page_that_is_linked_to_exists()
    {
        var headings = Page.Split('\n').Where(line => line.StartsWith('#')).Select(line => "#" + line.TrimStart('#', ' ').ToLowerInvariant().Replace(' ', '-')).ToHashSet();

        Link().Matches(Page).Select(m => m.Groups["to"].Value).Where(to => to.StartsWith('#') && !headings.Contains(to)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_test_class_that_is_named_exists()
    {
        var classes = SourceFiles.Below("tests", "*Tests.cs").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        string[] named = [.. Quoted.Where(text => TestClass().IsMatch(text))];

        named.Length.ShouldBeGreaterThan(20);
        named.Where(name => !classes.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_endpoint_that_is_named_is_documented()
    {
        using var document = JsonDocument.Parse(SourceFiles.Read("docs/openapi.json"));
        var paths = document.RootElement.GetProperty("paths");
        var named = Quoted.Select(text => Endpoint().Match(text)).Where(m => m.Success).Select(m => (Method: m.Groups["method"].Value, Path: m.Groups["path"].Value)).ToArray();

        named.Length.ShouldBeGreaterThan(15);
        named.Where(e => !paths.TryGetProperty(e.Path, out var operations) || !operations.TryGetProperty(e.Method.ToLowerInvariant(), out _)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_setting_and_command_that_is_named_exists()
    {
        string readme = SourceFiles.Read("README.md");
        string usage = SourceFiles.Read("slo");
        string[] settings = [.. Quoted.Where(text => Setting().IsMatch(text)).Select(text => text.Split('=')[0].Split("__")[1])];
        string[] commands = [.. Quoted.Where(text => text.StartsWith("./slo ", StringComparison.Ordinal)).Select(text => text.Split(' ')[1])];

        settings.Length.ShouldBeGreaterThan(3);
        settings.Where(name => !readme.Contains("__" + name, StringComparison.Ordinal)).ShouldBeEmpty();
        commands.ShouldNotBeEmpty();
        commands.Where(command => !usage.Contains($"\n  {command} ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Links() =>
        Link().Matches(Page).Select(m => m.Groups["to"].Value.Split('#')[0]).Where(to => to.Length > 0).Distinct();

    [GeneratedRegex("`(?<text>[^`\n]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<to>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^(?:src|tests|docs|tools|bicep|infra)/|^alerts$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Folder();

    [GeneratedRegex("^[A-Za-z]+Tests$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestClass();

    [GeneratedRegex("^(?<method>GET|POST|PUT|DELETE) (?<path>/.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Endpoint();

    [GeneratedRegex("^[A-Z][A-Za-z]+__[A-Z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();
}
