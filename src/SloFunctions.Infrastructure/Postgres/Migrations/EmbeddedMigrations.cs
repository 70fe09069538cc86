using System.Globalization;
using System.Text.RegularExpressions;

namespace SloFunctions.Infrastructure.Postgres.Migrations;

/// <summary>The migrations shipped with the product: <c>Migrations/NNNN_name.up.sql</c> and <c>.down.sql</c>.</summary>
public static partial class EmbeddedMigrations
{
    /// <summary>All of them, in ascending order of version.</summary>
    public static IReadOnlyList<Migration> All { get; } =
        [.. SqlFiles.Names
            .Select(name => UpScript().Match(name))
            .Where(match => match.Success)
            .Select(match => new Migration(
                int.Parse(match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["name"].Value,
                SqlFiles.Load(match.Value),
                SqlFiles.Load(match.Value.Replace(".up.sql", ".down.sql", StringComparison.Ordinal))))
            .OrderBy(migration => migration.Version)];

    [GeneratedRegex(@"^Migrations/(?<version>\d{4})_(?<name>[a-z0-9_]+)\.up\.sql$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UpScript();
}
