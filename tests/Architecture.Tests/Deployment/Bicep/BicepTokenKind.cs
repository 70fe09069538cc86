namespace SloFunctions.Architecture.Tests.Deployment.Bicep;

/// <summary>What a piece of a Bicep file is.</summary>
internal enum BicepTokenKind
{
    /// <summary>A name, a keyword or a type.</summary>
    Word,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A text; its interpolations are <c>${}</c> in it, and follow it in brackets.</summary>
    Text,

    /// <summary>Anything else: brackets, operators.</summary>
    Symbol,
}
