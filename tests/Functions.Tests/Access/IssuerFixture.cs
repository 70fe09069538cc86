using SloFunctions.Testing.Servers;

namespace Functions.Tests.Access;

/// <summary>An issuer and an app that takes its tokens, for tests that change neither.</summary>
public sealed class IssuerFixture : IAsyncLifetime
{
    public TokenIssuer Issuer { get; private set; } = null!;

    internal TokenApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Issuer = await TokenIssuer.StartAsync();
        App = TokenApp.For(Issuer);
    }

    public async Task DisposeAsync()
    {
        App.Dispose();
        await Issuer.DisposeAsync();
    }
}
