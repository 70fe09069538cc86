namespace SloFunctions.Domain.Results;

/// <summary>What went wrong, as far as a caller must tell it apart.</summary>
public enum ErrorKind
{
    /// <summary>The request breaks a stated rule; the fields say which.</summary>
    Invalid,

    /// <summary>The thing asked for does not exist.</summary>
    NotFound,

    /// <summary>The request is larger than what is accepted.</summary>
    TooLarge,

    /// <summary>The request is written in a way that is not understood.</summary>
    Unsupported,

    /// <summary>The request contradicts the present state.</summary>
    Conflict,

    /// <summary>What the caller holds the request against has changed meanwhile.</summary>
    PreconditionFailed,

    /// <summary>The request is well formed but contradicts itself, its sender or an earlier one; the fields say where.</summary>
    Unprocessable,

    /// <summary>The caller has not proved who it is.</summary>
    Unauthenticated,

    /// <summary>The caller may not do this.</summary>
    Forbidden,

    /// <summary>The caller asks too often.</summary>
    Throttled,
}
