namespace SloFunctions.Architecture.Tests.Deployment.Bicep;

/// <summary>Holds what is given to modules, and asked of them, against what they take and tell.</summary>
internal static class BicepModules
{
    /// <summary>Each finding as a sentence that names file and line.</summary>
    /// <param name="file">The file with the modules.</param>
    /// <param name="find">Finds a file by its path inside the checkout; null where there is none.</param>
    public static IEnumerable<string> Check(BicepFile file, Func<string, BicepFile?> find)
    {
        foreach (var module in file.Modules)
        {
            string path = Resolve(file.Path, module.Target);
            if (find(path) is not { } target)
            {
                yield return $"{file.Path}, line {module.Line}: there is no {path}.";
                continue;
            }

            string[] given = [.. Given(file.Tokens, module.Token)];
            foreach (string unknown in given.Except(target.Parameters.Keys)) yield return $"{file.Path}, line {module.Line}: {target.Path} has no parameter {unknown}.";
            foreach (string missing in target.Parameters.Where(p => !p.Value).Select(p => p.Key).Except(given))
                yield return $"{file.Path}, line {module.Line}: {target.Path} needs the parameter {missing}.";
            foreach (string output in Asked(file.Tokens, module.Symbol).Except(target.Outputs.Select(o => o.Name)))
                yield return $"{file.Path}: {target.Path} has no output {output}.";
        }
    }

    /// <summary>The path inside the checkout that a file means.</summary>
    public static string Resolve(string from, string relative) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(from)!, relative))).Replace('\\', '/');

    // The keys of the object after "params:", which comes once in a module.
    private static IEnumerable<string> Given(IReadOnlyList<BicepToken> tokens, int module)
    {
        int at = module;
        while (!(tokens[at].IsWord("params") && tokens[at + 1].IsSymbol(":"))) at++;
        int depth = 0;
        for (at += 2; at < tokens.Count; at++)
        {
            if (tokens[at].Kind == BicepTokenKind.Symbol && tokens[at].Text is "{" or "[" or "(") depth++;
            if (tokens[at].Kind == BicepTokenKind.Symbol && tokens[at].Text is "}" or "]" or ")" && --depth == 0) yield break;
            bool isFirst = tokens[at - 1].IsSymbol("{") || tokens[at - 1].IsSymbol(",") || tokens[at - 1].Line < tokens[at].Line;
            if (depth == 1 && isFirst && tokens[at].Kind == BicepTokenKind.Word && tokens[at + 1].IsSymbol(":")) yield return tokens[at].Text;
        }
    }

    private static IEnumerable<string> Asked(IReadOnlyList<BicepToken> tokens, string symbol)
    {
        for (int i = 0; i < tokens.Count - 4; i++)
        {
            if (!tokens[i].IsWord(symbol) || (i > 0 && tokens[i - 1].IsSymbol("."))) continue;
            int at = tokens[i + 1].IsSymbol("!") ? i + 2 : i + 1;
            if (tokens[at].IsSymbol(".") && tokens[at + 1].IsWord("outputs") && tokens[at + 2].IsSymbol(".")) yield return tokens[at + 3].Text;
        }
    }
}
