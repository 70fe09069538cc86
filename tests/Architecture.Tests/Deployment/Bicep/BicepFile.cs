namespace SloFunctions.Architecture.Tests.Deployment.Bicep;

/// <summary>What a Bicep file declares.</summary>
internal sealed class BicepFile
{
    private BicepFile(string path, IReadOnlyList<BicepToken> tokens)
    {
        Path = path;
        Tokens = tokens;
        Resources = [.. Declared("resource").Select(at => new BicepReference(Tokens[at + 1].Text, Tokens[at + 2].Text, Tokens[at].Line, at))];
        Modules = [.. Declared("module").Select(at => new BicepReference(Tokens[at + 1].Text, Tokens[at + 2].Text, Tokens[at].Line, at))];
        Parameters = Declared("param").ToDictionary(at => Tokens[at + 1].Text, HasDefault, StringComparer.Ordinal);
        Variables = [.. Declared("var").Select(at => Tokens[at + 1].Text)];
        Outputs = [.. Declared("output").Select(at => new BicepOutput(Tokens[at + 1].Text, Tokens[at].Line, [.. Tokens.Skip(at + 4).TakeWhile(t => t.Line == Tokens[at].Line)]))];
        Loaded = [.. Calls("loadJsonContent").Concat(Calls("loadTextContent")).Concat(Calls("loadYamlContent"))];
    }

    /// <summary>Its path inside the checkout.</summary>
    public string Path { get; }

    /// <summary>Its pieces.</summary>
    public IReadOnlyList<BicepToken> Tokens { get; }

    /// <summary>Its resources: their type, with <c>@</c> and the version unless they stand inside of another.</summary>
    public IReadOnlyList<BicepReference> Resources { get; }

    /// <summary>Its modules: their file.</summary>
    public IReadOnlyList<BicepReference> Modules { get; }

    /// <summary>Its parameters, and whether each has a default.</summary>
    public IReadOnlyDictionary<string, bool> Parameters { get; }

    /// <summary>Its variables.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Its outputs.</summary>
    public IReadOnlyList<BicepOutput> Outputs { get; }

    /// <summary>Files that it loads.</summary>
    public IReadOnlyList<string> Loaded { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is not balanced.</exception>
    public static BicepFile Parse(string path, string text)
    {
        try
        {
            return new BicepFile(path, BicepTokenizer.Read(text));
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"{path}, {wrong.Message}", wrong);
        }
    }

    // A declaration begins a line; elsewhere the same word is a name.
    private IEnumerable<int> Declared(string keyword) => Enumerable.Range(0, Tokens.Count)
        .Where(i => Tokens[i].IsWord(keyword) && (i == 0 || Tokens[i - 1].Line < Tokens[i].Line) && i + 2 < Tokens.Count && Tokens[i + 1].Kind == BicepTokenKind.Word);

    private bool HasDefault(int at) => at + 3 < Tokens.Count && Tokens[at + 3].IsSymbol("=") && Tokens[at + 3].Line == Tokens[at].Line;

    private IEnumerable<string> Calls(string function) => Enumerable.Range(0, Tokens.Count - 2)
        .Where(i => Tokens[i].IsWord(function) && Tokens[i + 1].IsSymbol("(")).Select(i => Tokens[i + 2].Text);
}
