using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Recommendations;

/// <summary>Reads what is registered of a service.</summary>
public sealed class PostgresServiceProfiles(PostgresDatabase database) : IServiceProfiles
{
    /// <inheritdoc/>
    public async Task<ServiceProfile> ReadAsync(ServiceId service, CancellationToken cancellation)
    {
        var rows = await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Recommendations/read_profile.sql"),
                [service.Value],
                row => new ServiceProfile(ArchetypeOf(row.Nullable<string>(0), row.GetString(1)), row.Nullable<DateTimeOffset?>(2)),
                cancellation),
            cancellation);
        return rows.FirstOrDefault() ?? new ServiceProfile(Archetype.Backend, null);
    }

    private static Archetype ArchetypeOf(string? hint, string serviceType)
    {
        if (Term<Archetype>.TryParse(hint, out var archetype)) return archetype;
        return serviceType == Term<ServiceType>.Name(ServiceType.External) ? Archetype.External : Archetype.Backend;
    }
}
