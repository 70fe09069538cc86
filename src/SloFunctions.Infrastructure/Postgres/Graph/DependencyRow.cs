using Npgsql;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Maps rows of dependencies.</summary>
internal static class DependencyRow
{
    /// <summary>One source's view.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">The place of a service, by the id of its row.</param>
    public static SourcedDependency Map(NpgsqlDataReader row, Func<Guid, int> place) => new(
        place(row.GetGuid(0)),
        place(row.GetGuid(1)),
        Known<DiscoverySource>(row.GetString(2)),
        row.Nullable<string>(3) is { } mode ? Known<CommunicationMode>(mode) : null,
        row.Nullable<string>(4) is { } criticality ? Known<DependencyCriticality>(criticality) : null,
        row.Nullable<string>(5),
        row.Nullable<int?>(6),
        row.Nullable<string>(7),
        row.Nullable<string>(8),
        row.GetFieldValue<DateTimeOffset>(9),
        row.GetFieldValue<DateTimeOffset>(10),
        row.GetDouble(11));

    /// <summary>A published name that the database holds.</summary>
    /// <exception cref="InvalidDataException">The name is none of the declared ones.</exception>
    public static TEnum Known<TEnum>(string name)
        where TEnum : struct, Enum =>
        Term<TEnum>.TryParse(name, out var value) ? value : throw new InvalidDataException($"The database holds '{name}', which is none of {Term<TEnum>.Choices}.");
}
