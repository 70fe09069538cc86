using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Access;
using SloFunctions.Application.Health;
using SloFunctions.Functions;
using SloFunctions.Functions.Access;
using SloFunctions.Testing.Servers;

namespace Functions.Tests.Access;

/// <summary>The app as it is composed, with settings of a test, asked who sends a token. It is not started: nothing but the provider is called.</summary>
internal sealed class TokenApp : IDisposable
{
    private readonly IHost host;
    private readonly Recorder log = new();

    public TokenApp(TimeProvider? clock, params IEnumerable<(string Name, string Value)> settings)
    {
        (string Name, string Value)[] required =
            [("Database:ConnectionString", "Host=127.0.0.1;Port=1;Username=nobody;Database=none"), ("Prometheus:Url", "http://127.0.0.1:1")];
        var builder = FunctionApp.CreateBuilder([.. settings.Concat(required).Select(s => $"--{s.Name}={s.Value}")]);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        host = builder.Build();
        Tokens = host.Services.GetRequiredService<UserTokens>();
    }

    public UserTokens Tokens { get; }

    public IReadOnlyCollection<string> Log => log.Lines;

    public static TokenApp For(TokenIssuer issuer, TimeProvider? clock = null, params IEnumerable<(string Name, string Value)> more) =>
        For(issuer.Issuer, clock, more);

    public static TokenApp For(string issuer, TimeProvider? clock = null, params IEnumerable<(string Name, string Value)> more) => new(
        clock,
        [
            ("Identity:Provider", "oidc"), ("Identity:Authority", issuer), ("Identity:Audience", TokenIssuer.Audience),
            ("Identity:RequireHttpsMetadata", "false"), .. more,
        ]);

    public Task<Caller?> AskAsync(string token) => AskWithHeaderAsync($"Bearer {token}");

    public async Task<Caller?> AskWithHeaderAsync(params string[] authorization)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.Authorization = authorization;
        return await Tokens.AuthenticateAsync(http);
    }

    public async Task<DependencyHealth?> ProbeAsync()
    {
        var probe = host.Services.GetServices<IDependencyProbe>().SingleOrDefault(p => p.GetType().Assembly == typeof(UserTokens).Assembly);
        return probe is null ? null : await probe.CheckAsync(CancellationToken.None);
    }

    public void Dispose() => host.Dispose();

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
