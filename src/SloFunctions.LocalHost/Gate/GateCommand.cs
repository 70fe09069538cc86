using System.Net;
using System.Text;
using System.Text.Json;
using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Application.Publishing;

namespace SloFunctions.LocalHost.Gate;

/// <summary>Asks a running app from a pipeline whether services may be deployed. Whatever goes wrong is no permission.</summary>
public static class GateCommand
{
    private const int Denied = 1;
    private const int CannotAsk = 2;
    private const int Caution = 3;
    private const string Path = "api/v1/deploy-gate";

    // A gate's answer to a hundred services is a hundredth of it.
    private const int LargestAnswer = 4 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs <c>gate</c>.</summary>
    /// <param name="args">The arguments after <c>gate</c>.</param>
    /// <param name="environment">Reads a variable of the environment.</param>
    /// <param name="output">Where to answer.</param>
    /// <param name="error">Where to say why there is no answer.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The exit code: 0 to allow, 1 to deny, 3 for caution, and 2 with one line on <paramref name="error"/> when the gate could not be asked.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, Func<string, string?> environment, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var options = GateOptions.Parse(args);
            if (options.Help)
            {
                await output.WriteLineAsync(GateOptions.Usage);
                return 0;
            }

            string key = environment(options.KeyVariable) is { Length: > 0 } found
                ? found
                : throw new LocalHostException($"The environment variable {options.KeyVariable} holds no API key.");
            var (text, decided) = await AskAsync(options, key, cancellation);
            int code = CodeOf(decided, options);
            foreach (string line in options.IsJson ? [text] : GateText.Of(decided)) await output.WriteLineAsync(line);
            return code;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("The app did not answer in time.");
        }
        catch (Exception failure) when (failure is LocalHostException or HttpRequestException or IOException or FormatException)
        {
            await error.WriteLineAsync(failure is FormatException ? "The API key cannot be sent: it is not one." : failure.Message.ReplaceLineEndings(" "));
        }

        return CannotAsk;
    }

    private static async Task<(string Text, DeployGateDocument Decided)> AskAsync(GateOptions options, string key, CancellationToken cancellation)
    {
        // A key does not follow to another address.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = LargestAnswer };
        var address = new Uri(options.Url!.AbsoluteUri.TrimEnd('/') + "/" + Path);
        var body = new DeployGateBody([.. options.Services], options.Emergency is not null, options.Emergency);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(JsonSerializer.Serialize(body, PublishedJson.Options), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-API-Key", key);
        using var response = await http.SendAsync(request, cancellation);
        string text = await response.Content.ReadAsStringAsync(cancellation);
        if (response.StatusCode != HttpStatusCode.OK) throw new LocalHostException(Refusal(response.StatusCode, text));
        return (text, Read(text, options));
    }

    // Another server than the app may answer 200 to everything.
    private static DeployGateDocument Read(string text, GateOptions options)
    {
        try
        {
            var decided = JsonSerializer.Deserialize<DeployGateDocument>(text, PublishedJson.Options);
            if (decided is { Decision: not null, Services: not null } && decided.Services.Select(s => s?.ServiceId).SequenceEqual(options.Services, StringComparer.Ordinal))
                return decided;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new LocalHostException("The answer is not that of a deploy gate.");
    }

    private static int CodeOf(DeployGateDocument decided, GateOptions options) => decided.Decision switch
    {
        "allow" => 0,
        "caution" => options.CautionIsOk ? 0 : Caution,
        "deny" => Denied,
        _ => throw new LocalHostException("The answer is not that of a deploy gate."),
    };

    private static string Refusal(HttpStatusCode status, string text)
    {
        string? detail = null;
        try
        {
            using var problem = JsonDocument.Parse(text);
            if (problem.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("detail", out var found) && found.ValueKind == JsonValueKind.String)
                detail = found.GetString();
        }
        catch (JsonException)
        {
            // Some other server's page.
        }

        return $"The app answered with status {(int)status}{(detail is null ? "." : ": " + detail)}";
    }
}
