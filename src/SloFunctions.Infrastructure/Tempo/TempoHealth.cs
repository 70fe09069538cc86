using SloFunctions.Application.Health;
using SloFunctions.Infrastructure.Credentials;

namespace SloFunctions.Infrastructure.Tempo;

/// <summary>Asks the trace store, where there is one, for a sign of life.</summary>
public sealed class TempoHealth(TempoConnection connection, TimeProvider clock) : IDependencyProbe
{
    private const string Name = "tempo";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public bool IsConfigured => connection.Http is not null;

    /// <inheritdoc/>
    public async Task<DependencyHealth> CheckAsync(CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        string? complaint = await ComplaintAsync(either.Token, cancellation);
        return new DependencyHealth(Name, complaint is null ? "up" : "down", Required: false, complaint);
    }

    private async Task<string?> ComplaintAsync(CancellationToken limited, CancellationToken caller)
    {
        try
        {
            using var response = await connection.Http!.GetAsync("api/echo", HttpCompletionOption.ResponseHeadersRead, limited);
            return response.IsSuccessStatusCode ? null : $"The server answers with status {(int)response.StatusCode}.";
        }
        catch (HttpRequestException)
        {
            return "No connection.";
        }
        catch (CredentialException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return $"No answer within {Limit.TotalSeconds} s.";
        }
    }
}
