using System.Text;

namespace SloFunctions.Architecture.Tests.Deployment.Bicep;

/// <summary>Takes a Bicep file to pieces: enough to see that brackets and texts end, and what is declared and used.</summary>
internal sealed class BicepTokenizer
{
    // Longer ones first.
    private static readonly string[] Operators = ["=>", "==", "!=", "=~", "!~", "<=", ">=", "&&", "||", "??", "::", ".?", "..."];

    private readonly string text;
    private readonly List<BicepToken> tokens = [];
    private readonly Stack<BicepToken> open = new();
    private int at;
    private int line = 1;

    private BicepTokenizer(string text) => this.text = text;

    /// <summary>All pieces; comments are none.</summary>
    /// <exception cref="FormatException">A bracket or a text does not end, or ends what was not begun. The message names the line.</exception>
    public static IReadOnlyList<BicepToken> Read(string text)
    {
        var tokenizer = new BicepTokenizer(text.ReplaceLineEndings("\n"));
        tokenizer.ReadUntil(interpolation: null);
        return tokenizer.tokens;
    }

    private void ReadUntil(BicepToken? interpolation)
    {
        while (at < text.Length)
        {
            char c = text[at];
            if (c == '\n') line++;
            if (char.IsWhiteSpace(c)) at++;
            else if (Starts("//")) Skip("\n", isNeeded: false);
            else if (Starts("/*")) Skip("*/", isNeeded: true);
            else if (Starts("'''")) ReadRaw();
            else if (c == '\'') ReadText();
            else if (char.IsLetter(c) || c == '_') Add(BicepTokenKind.Word, Run(x => char.IsLetterOrDigit(x) || x == '_'));
            else if (char.IsDigit(c)) Add(BicepTokenKind.Number, Run(char.IsDigit));
            else if (c == '}' && interpolation is not null && ReferenceEquals(open.Peek(), interpolation)) return;
            else ReadSymbol();
        }

        if (open.TryPeek(out var left)) throw Wrong(left.Line, $"'{left.Text}' does not end.");
    }

    private void ReadSymbol()
    {
        string symbol = Operators.FirstOrDefault(Starts) ?? text[at].ToString();
        var token = Add(BicepTokenKind.Symbol, symbol);
        at += symbol.Length;
        if (symbol is "(" or "[" or "{") open.Push(token);
        if (symbol is not (")" or "]" or "}")) return;
        string expected = symbol switch { ")" => "(", "]" => "[", _ => "{" };
        if (!open.TryPop(out var begun) || begun.Text != expected) throw Wrong(line, $"'{symbol}' ends what was not begun.");
    }

    private void ReadText()
    {
        int began = line;
        var literal = new StringBuilder();
        int place = tokens.Count;
        for (at++; at < text.Length && text[at] != '\'' && text[at] != '\n';)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                literal.Append(text[at + 1]);
                at += 2;
            }
            else if (Starts("${"))
            {
                literal.Append("${}");
                ReadInterpolation();
            }
            else
            {
                literal.Append(text[at++]);
            }
        }

        if (at >= text.Length || text[at] != '\'') throw Wrong(began, "A text does not end.");
        at++;
        tokens.Insert(place, new BicepToken(BicepTokenKind.Text, literal.ToString(), began));
    }

    private void ReadInterpolation()
    {
        var begin = new BicepToken(BicepTokenKind.Symbol, "${", line);
        open.Push(begin);
        tokens.Add(begin with { Text = "(" });
        at += 2;
        ReadUntil(begin);
        if (at >= text.Length) throw Wrong(begin.Line, "An interpolation does not end.");
        open.Pop();
        tokens.Add(new BicepToken(BicepTokenKind.Symbol, ")", line));
        at++;
    }

    private void ReadRaw()
    {
        int began = line, end = text.IndexOf("'''", at + 3, StringComparison.Ordinal);
        if (end < 0) throw Wrong(began, "A text does not end.");
        string literal = text[(at + 3)..end];
        line += literal.Count(c => c == '\n');
        at = end + 3;
        tokens.Add(new BicepToken(BicepTokenKind.Text, literal, began));
    }

    private void Skip(string end, bool isNeeded)
    {
        int found = text.IndexOf(end, at + 2, StringComparison.Ordinal);
        if (found < 0 && isNeeded) throw Wrong(line, "A comment does not end.");
        int next = found < 0 ? text.Length : isNeeded ? found + end.Length : found;
        line += text[at..next].Count(c => c == '\n');
        at = next;
    }

    private string Run(Func<char, bool> belongs)
    {
        int from = at;
        while (at < text.Length && belongs(text[at])) at++;
        return text[from..at];
    }

    private BicepToken Add(BicepTokenKind kind, string value)
    {
        var token = new BicepToken(kind, value, line);
        tokens.Add(token);
        return token;
    }

    private bool Starts(string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private static FormatException Wrong(int line, string complaint) => new($"line {line}: {complaint}");
}
