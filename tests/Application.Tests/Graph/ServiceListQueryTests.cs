using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Tests.Graph;

public sealed class ServiceListQueryTests
{
    [Fact]
    public void Missing_parameters_mean_the_first_fifty()
    {
        ServiceListQuery.Parse(null, null).Value.ShouldBe(new ServiceListQuery(null, 50));
    }

    [Theory]
    [InlineData("checkout")]
    [InlineData("a")]
    [InlineData("team/a b?c=d&e#f+g")]
    [InlineData("ünï-サービス-🚀")]
    public void A_cursor_leads_back_to_its_id_and_needs_no_escaping(string id)
    {
        string cursor = ServiceListQuery.CursorAfter(id);

        Uri.EscapeDataString(cursor).ShouldBe(cursor);
        ServiceListQuery.Parse(cursor, "500").Value.ShouldBe(new ServiceListQuery(ServiceId.Of(id), 500));
    }

    [Fact]
    public void The_longest_id_has_a_cursor_too()
    {
        string id = new('ü', 255);
        ServiceListQuery.Parse(ServiceListQuery.CursorAfter(id), null).Value!.After.ShouldBe(ServiceId.Of(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("a")]
    [InlineData("AA")]
    [InlineData("_w")]
    [InlineData("Y2hlY2tvdXQ=x")]
    public void Other_cursors_are_refused(string cursor)
    {
        ServiceListQuery.Parse(cursor, null).Error.Fields().ShouldBe("cursor");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("501")]
    [InlineData("-5")]
    [InlineData("ten")]
    [InlineData("")]
    public void Limits_are_1_to_500(string limit)
    {
        ServiceListQuery.Parse(null, limit).Error.Fields().ShouldBe("limit");
    }
}
