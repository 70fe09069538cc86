namespace SloFunctions.Application.Impact;

/// <summary>What a what-if question changes.</summary>
public enum ChangeType
{
    /// <summary>A service becomes more available.</summary>
    Improve,

    /// <summary>A service becomes less available.</summary>
    Degrade,

    /// <summary>A service is added.</summary>
    AddService,

    /// <summary>A dependency is added.</summary>
    AddDependency,

    /// <summary>A dependency is taken away.</summary>
    RemoveDependency,

    /// <summary>Of several services one is enough from then on.</summary>
    MakeRedundant,
}
