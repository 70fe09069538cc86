using SloFunctions.Testing;

namespace SloFunctions.Architecture.Tests;

public sealed class SourceTests
{
    private const int MostLines = 300;

    private static readonly string[] TypeKeywords = ["class", "record", "struct", "interface", "enum", "delegate"];

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var files = SourceFiles.Below("src", "*.cs").Concat(SourceFiles.Below("tests", "*.cs"))
            .Concat(SourceFiles.Below("tools", "*.mjs")).Concat(SourceFiles.Below("tools", "*.sh")).ToArray();

        files.Length.ShouldBeGreaterThan(100);
        files.Where(file => SourceFiles.Lines(file).Length > MostLines).ShouldBeEmpty();
    }

    [Fact]
    public void Each_file_of_src_holds_one_type_that_others_can_see()
    {
        SourceFiles.Below("src", "*.cs")
            .Where(file => !file.EndsWith("/Program.cs", StringComparison.Ordinal))
            .Where(file => SourceFiles.Lines(file).Count(DeclaresType) != 1)
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_file_is_named_after_its_type()
    {
        SourceFiles.Below("src", "*.cs")
            .Where(file => !file.StartsWith("src/StandIns/", StringComparison.Ordinal) && !file.EndsWith("/Program.cs", StringComparison.Ordinal))
            .Where(file => SourceFiles.Lines(file).Where(DeclaresType).Any(line => !Names(line, Path.GetFileNameWithoutExtension(file))))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("public sealed record A(int B);", true)]
    [InlineData("internal static class A", true)]
    [InlineData("class A", true)]
    [InlineData("public delegate Task A();", true)]
    [InlineData("file static class A", false)]
    [InlineData("    public class Nested", false)]
    [InlineData("/// <summary>A class.</summary>", false)]
    [InlineData("using static System.Math;", false)]
    [InlineData("namespace SloFunctions.Domain.Graph;", false)]
    public void Types_are_told_by_their_declaration(string line, bool isType)
    {
        DeclaresType(line).ShouldBe(isType);
    }

    [Fact]
    public void No_file_names_a_path_of_the_machine_it_was_written_on()
    {
        // Put together here, so that this file is none of them.
        string[] folders = ["/" + "work/", "/" + "root/", "/" + "tmp/wt", "/home/" + "tester"];

        SourceFiles.Below(".").Where(file => folders.Any(folder => Mentions(SourceFiles.Read(file), folder))).ShouldBeEmpty();
    }

    [Fact]
    public void Files_are_looked_for_where_there_are_some()
    {
        SourceFiles.Below(".").ShouldContain("SloFunctions.sln");
        SourceFiles.Below("src", "*.cs").ShouldContain("src/SloFunctions.Domain/Graph/ServiceId.cs");
        File.Exists(RepositoryRoot.Combine("src/SloFunctions.Domain/Graph/ServiceId.cs")).ShouldBeTrue();
    }

    private static bool DeclaresType(string line)
    {
        string[] words = line.Split(' ');
        return char.IsAsciiLetterLower(line.FirstOrDefault())
            && words[0] is not ("file" or "using" or "namespace" or "global")
            && words.TakeWhile(word => !word.Contains('(', StringComparison.Ordinal)).Any(TypeKeywords.Contains);
    }

    private static bool Names(string line, string name) => line.Split(' ', '(', '<', ';', ':').Contains(name);

    // "$folder/root/bin" names a folder called root below another, not the machine's.
    private static bool Mentions(string text, string folder)
    {
        for (int at = text.IndexOf(folder, StringComparison.Ordinal); at >= 0; at = text.IndexOf(folder, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '}' or '.' or '-' or '*')) return true;
        }

        return false;
    }
}
