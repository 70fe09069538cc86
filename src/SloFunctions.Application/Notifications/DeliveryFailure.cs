namespace SloFunctions.Application.Notifications;

/// <summary>Why a notification did not arrive.</summary>
/// <param name="Reason">One of the reasons here, in kebab-case.</param>
/// <param name="Status">The HTTP status; null without an answer.</param>
public sealed record DeliveryFailure(string Reason, int? Status = null)
{
    /// <summary>The receiver answered otherwise than with success.</summary>
    public const string HttpStatus = "http-status";

    /// <summary>The receiver did not answer in time.</summary>
    public const string Timeout = "timeout";

    /// <summary>No connection came about, or it broke.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The receiver's name stands for an address that must not be reached.</summary>
    public const string AddressRefused = "address-refused";

    /// <summary>What it takes to send cannot be decrypted with the keys there are.</summary>
    public const string KeyMissing = "key-missing";

    /// <summary>Attempts were begun, but no instance came to the end of one.</summary>
    public const string Unfinished = "unfinished";
}
