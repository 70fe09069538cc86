using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using SloFunctions.Application.Health;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>Asks the table service for a sign of life, at most once in two seconds however many want to know.</summary>
public sealed class TablesHealth(RateLimitTable table, RateLimitOptions options, TimeProvider clock) : IDependencyProbe
{
    private const string Name = "tables";
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);
    private static readonly DependencyHealth Unused = new(Name, "up", Required: false, "Not configured: each instance counts requests by itself.");

    private readonly Lock gate = new();
    private Task<string?>? probe;
    private long probedAt;

    /// <inheritdoc/>
    public async Task<DependencyHealth> CheckAsync(CancellationToken cancellation)
    {
        if (table.Client is not { } client) return Unused;
        string? complaint = await Shared(client).WaitAsync(cancellation);
        return new DependencyHealth(Name, complaint is null ? "up" : "down", Required: false, complaint);
    }

    private Task<string?> Shared(TableClient client)
    {
        lock (gate)
        {
            if (probe is null || (probe.IsCompleted && clock.GetElapsedTime(probedAt) >= Freshness))
                (probedAt, probe) = (clock.GetTimestamp(), ProbeAsync(client));
            return probe;
        }
    }

    // Shared by all who wait, so that none of them may cancel it for the others.
    private async Task<string?> ProbeAsync(TableClient client)
    {
        using var limit = new CancellationTokenSource(options.Timeout, clock);
        try
        {
            // A row that is never there: an answer is all that is wanted, and no table is one as well.
            await client.GetEntityIfExistsAsync<TableEntity>("probe", "probe", cancellationToken: limit.Token);
            return null;
        }
        catch (RequestFailedException e)
        {
            return e.Status == 0 ? "No connection." : $"The service answers with status {e.Status}.";
        }
        catch (AuthenticationFailedException)
        {
            return "Microsoft Entra ID gives no token.";
        }
        catch (OperationCanceledException)
        {
            return $"No answer within {options.Timeout.TotalSeconds} s.";
        }
    }
}
