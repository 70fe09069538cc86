namespace EndToEnd.Tests.App;

/// <summary>The tests that share an app without telemetry.</summary>
[CollectionDefinition(Name)]
public sealed class PlainAppTests : ICollectionFixture<PlainApp>
{
    public const string Name = "The app";
}
