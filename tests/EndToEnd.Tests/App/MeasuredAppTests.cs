namespace EndToEnd.Tests.App;

/// <summary>The tests that share an app with telemetry.</summary>
[CollectionDefinition(Name)]
public sealed class MeasuredAppTests : ICollectionFixture<MeasuredApp>
{
    public const string Name = "The app with telemetry";
}
