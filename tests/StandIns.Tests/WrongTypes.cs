#pragma warning disable CA1018, CA1019, CA1027, CA1813, MA0010, RCS1203, IDE0130
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker
{
    public class FixedDelayRetryAttribute(int maxRetryCount) : Attribute
    {
        public int DelayInterval { get; } = maxRetryCount;

        public string Invented => "";

        [SuppressMessage("Style", "IDE0060", Justification = "Only its signature matters.")]
        protected void Hidden<T>(List<T> items)
        {
        }
    }

    public sealed class Invented;
}

namespace Microsoft.Azure.Functions.Worker.Http
{
    public enum SameSite
    {
        None = 0,
        Lax = 7,
        Strict = 2,
    }
}
