using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>How the service is talked to.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Options for a version of the protocol.</summary>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) => VersionString = serviceVersion switch
    {
        ServiceVersion.V2019_02_02 => "2019-02-02",
        ServiceVersion.V2020_12_06 => "2020-12-06",
        _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
    };

    internal string VersionString { get; }

    /// <summary>Versions of the protocol.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>2020-12-06, the first to take tokens of Microsoft Entra ID.</summary>
        V2020_12_06 = 2,
    }
}
