namespace SloFunctions.Architecture.Tests.Deployment.Bicep;

/// <summary>Finds names that a file uses without declaring them, and parameters that it declares without using them.</summary>
internal static class BicepNames
{
    private static readonly HashSet<string> Keywords =
    [
        "targetScope", "param", "var", "resource", "module", "output", "existing", "for", "in", "if", "true", "false", "null", "string", "int", "bool", "object", "array",
    ];

    // Those that this deployment uses; a new one is added here once it is known to exist.
    private static readonly HashSet<string> Functions =
    [
        "allowed", "any", "batchSize", "contains", "deployer", "description", "empty", "environment", "filter", "guid", "items", "last", "loadJsonContent", "map", "max", "maxLength",
        "maxValue", "min", "minLength", "minValue", "replace", "resourceGroup", "resourceId", "split", "string", "subscription", "subscriptionResourceId", "tenant",
        "toLower", "toObject", "union", "uniqueString",
    ];

    /// <summary>Each finding as a sentence that names file and line.</summary>
    public static IEnumerable<string> Check(BicepFile file)
    {
        var tokens = file.Tokens;
        HashSet<string> declared =
        [
            .. file.Parameters.Keys, .. file.Variables, .. file.Resources.Select(r => r.Symbol), .. file.Modules.Select(m => m.Symbol), .. Bound(tokens),
        ];
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != BicepTokenKind.Word || IsDeclaration(tokens, i) || IsMember(tokens, i) || IsKey(tokens, i)) continue;
            string name = tokens[i].Text;
            bool isCall = i + 1 < tokens.Count && tokens[i + 1].IsSymbol("(") && tokens[i + 1].Line == tokens[i].Line && !Keywords.Contains(name);
            if (isCall ? !Functions.Contains(name) : !Keywords.Contains(name) && !declared.Contains(name))
                yield return $"{file.Path}, line {tokens[i].Line}: {name} is declared nowhere.";
            used.Add(name);
        }

        foreach (string parameter in file.Parameters.Keys.Where(p => !used.Contains(p))) yield return $"{file.Path}: the parameter {parameter} is used nowhere.";
        foreach (string variable in file.Variables.Where(v => !used.Contains(v))) yield return $"{file.Path}: the variable {variable} is used nowhere.";
    }

    // Names of loops and of lambdas.
    private static IEnumerable<string> Bound(IReadOnlyList<BicepToken> tokens)
    {
        for (int i = 0; i < tokens.Count - 1; i++)
        {
            if (i > 0 && tokens[i].IsWord("for") && tokens[i - 1].IsSymbol("["))
            {
                for (int j = i + 1; !tokens[j].IsWord("in"); j++)
                {
                    if (tokens[j].Kind == BicepTokenKind.Word) yield return tokens[j].Text;
                }
            }

            if (tokens[i].Kind == BicepTokenKind.Word && tokens[i + 1].IsSymbol("=>")) yield return tokens[i].Text;
        }
    }

    private static bool IsDeclaration(IReadOnlyList<BicepToken> tokens, int i) => i > 0
        && tokens[i - 1].Kind == BicepTokenKind.Word && tokens[i - 1].Text is "param" or "var" or "resource" or "module" or "output"
        && (i == 1 || tokens[i - 2].Line < tokens[i - 1].Line);

    private static bool IsMember(IReadOnlyList<BicepToken> tokens, int i) => i > 0 && tokens[i - 1].Kind == BicepTokenKind.Symbol && tokens[i - 1].Text is "." or ".?" or "::";

    private static bool IsKey(IReadOnlyList<BicepToken> tokens, int i) => i + 1 < tokens.Count && tokens[i + 1].IsSymbol(":")
        && (i == 0 || tokens[i - 1].IsSymbol("{") || tokens[i - 1].IsSymbol(",") || tokens[i - 1].Line < tokens[i].Line);
}
