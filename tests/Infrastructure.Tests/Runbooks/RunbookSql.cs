using System.Text.RegularExpressions;
using Npgsql;
using SloFunctions.Infrastructure.Tests.Postgres;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Infrastructure.Tests.Runbooks;

/// <summary>The statements of runbooks, and what a server with the product's schema says of them.</summary>
internal static partial class RunbookSql
{
    // Words in capitals that stand for something of the reader's, and a value that the server can plan with.
    private static readonly (string Word, string Value)[] Placeholders =
    [
        ("'RUN_ID'", "'00000000-0000-0000-0000-000000000000'"),
        ("'TIME'", "'2026-11-22T09:40:00Z'"),
        ("PID", "0"),
    ];

    /// <summary>The statements of a page, one by one: blocks of SQL, code in the lines, and what psql is given in a command.</summary>
    public static IEnumerable<string> Of(MarkdownPage page) => page.Blocks("sql")
        .SelectMany(block => block.Split(";\n"))
        .Concat(page.Spans.Where(span => Statement().IsMatch(span)))
        .Concat(page.Blocks("bash").Concat(page.Spans).SelectMany(code => Command().Matches(code).Select(m => m.Groups["sql"].Value)))
        .Select(sql => sql.TrimEnd().TrimEnd(';'));

    /// <summary>Why the server cannot plan a statement, or null when it can. Nothing is carried out.</summary>
    public static async Task<string?> MistakeAsync(NpgsqlConnection connection, string sql)
    {
        foreach (var (word, value) in Placeholders) sql = sql.Replace(word, value, StringComparison.Ordinal);
        // These have no plan: they are carried out in a transaction that comes to nothing.
        bool isPlanned = !sql.StartsWith("ANALYZE", StringComparison.Ordinal);
        await using var transaction = await connection.BeginTransactionAsync();
        try
        {
            await connection.ExecuteAsync(isPlanned ? $"EXPLAIN {sql}" : sql);
            return null;
        }
        catch (PostgresException refused)
        {
            return $"{refused.MessageText} in: {sql}";
        }
    }

    [GeneratedRegex("""^(SELECT|UPDATE|DELETE|INSERT|ANALYZE) """, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex("""psql "\$DATABASE" -c '(?<sql>[^']*)'""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Command();
}
