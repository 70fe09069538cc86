namespace EndToEnd.Tests.Faults;

/// <summary>The tests that stop servers.</summary>
[CollectionDefinition(Name)]
public sealed class FaultTests : ICollectionFixture<FaultyApp>
{
    public const string Name = "The app with faults";
}
