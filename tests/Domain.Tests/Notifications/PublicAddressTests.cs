using System.Net;
using SloFunctions.Domain.Notifications;

namespace SloFunctions.Domain.Tests.Notifications;

public sealed class PublicAddressTests
{
    [Fact]
    public void An_IPv4_address_is_judged_alike_in_every_form_that_carries_it()
    {
        Property.Holds(500, random =>
        {
            byte[] bytes = BitConverter.GetBytes((uint)random.NextBits());
            // Half of them are drawn near the edges of closed networks.
            if (random.Below(2) == 0) bytes[0] = new byte[] { 0, 9, 10, 11, 100, 126, 127, 128, 169, 172, 192, 198, 203, 223, 224, 255 }[random.Below(16)];
            bool isPublic = PublicAddress.IsPublic(new IPAddress(bytes));

            PublicAddress.IsPublic(new IPAddress([.. new byte[10], 0xff, 0xff, .. bytes])).ShouldBe(isPublic);
            PublicAddress.IsPublic(new IPAddress([0, 0x64, 0xff, 0x9b, .. new byte[8], .. bytes])).ShouldBe(isPublic);
            PublicAddress.IsPublic(new IPAddress([0x20, 0x02, .. bytes, .. new byte[10]])).ShouldBe(isPublic);
        });
    }

    [Theory]
    [InlineData("9.255.255.255", true)]
    [InlineData("10.0.0.0", false)]
    [InlineData("10.255.255.255", false)]
    [InlineData("11.0.0.0", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.64.0.0", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("100.128.0.0", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("223.255.255.255", true)]
    [InlineData("2a00:1450::1", true)]
    [InlineData("2001:4860:4860::8888", true)]
    [InlineData("4000::1", false)]
    [InlineData("fec0::1", false)]
    public void Networks_end_where_the_registries_say(string address, bool isPublic)
    {
        PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);
    }
}
