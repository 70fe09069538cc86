namespace SloFunctions.Application.Access;

/// <summary>How a caller proved who it is.</summary>
public enum CredentialKind
{
    /// <summary>A key issued by us to a program, such as Backstage's backend.</summary>
    ApiKey,

    /// <summary>A token that the organisation's identity provider issued to a person or program.</summary>
    UserToken,
}
