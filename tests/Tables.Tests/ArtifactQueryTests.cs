using Research.Jobs;
using Research.Tables.Queries;

namespace Research.Tables.Tests;

public sealed class ArtifactQueryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactQuery _query;

    public ArtifactQueryTests()
    {
        Parquet.Write(_folder.File("icl-1"), [new Icl(1, 0.5), new Icl(2, 0.25)]);
        Parquet.Write(_folder.File("icl-2"), [new Icl(1, 0.75)]);
        Parquet.Write(_folder.File("odd"), [new Odd("a,\"b\"\nc", double.PositiveInfinity, null)]);
        _query = new ArtifactQuery(
        [
            new NamedTable("InContext", _folder.File("icl-1"), "seed 1"),
            new NamedTable("InContext", _folder.File("icl-2"), "seed 2"),
            new NamedTable("odd", _folder.File("odd")),
            new NamedTable("broken", _folder.File("absent"), "x"),
        ]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_table_is_all_its_files_with_the_job_beside_each_row()
        => Assert.Equal(
            ["examples,kl,job", "1,0.5,seed 1", "2,0.25,seed 1", "1,0.75,seed 2"],
            Lines("select * from InContext", QueryFormat.Csv));

    [Fact]
    public void Files_of_one_table_may_differ_in_columns()
    {
        var query = new ArtifactQuery([new("t", _folder.File("icl-1")), new("t", _folder.File("odd"))]);

        Assert.Equal(3L, Assert.Single(query.Run("select count(*) from t where kl > 0 or note is not null", "test").Rows)[0]);
    }

    [Fact]
    public void A_csv_file_with_comments_is_a_table_too()
    {
        File.WriteAllText(_folder.File("p.csv"), "# source: somewhere\nlabel,kl\nreleased,0.059\nambiguous,1\n");

        var result = new ArtifactQuery([new("published", _folder.File("p.csv"))]).Run("select * from published", "test");

        Assert.Equal(["label", "kl"], result.Columns);
        Assert.Equal([["released", 0.059], ["ambiguous", 1.0]], result.Rows);
    }

    [Fact]
    public void A_table_for_reading_aligns_its_columns()
        => Assert.Equal(
            ["job     mean_kl  n", "------  -------  -", "seed 1    0.375  2", "seed 2     0.75  1", "(2 rows)"],
            Lines("select job, avg(kl) as mean_kl, count(*) as n from incontext group by job order by job", QueryFormat.Table));

    [Fact]
    public void Csv_quotes_what_needs_it()
        => Assert.Equal("note,kl,missing\n\"a,\"\"b\"\"\nc\",Infinity,\n", Print("select * from odd", QueryFormat.Csv));

    [Fact]
    public void Json_is_an_array_of_objects()
        => Assert.Equal("[\n  { \"note\": \"a,\\\"b\\\"\\nc\", \"kl\": \"Infinity\", \"missing\": null }\n]\n", Print("select * from odd", QueryFormat.Json));

    [Fact]
    public void Every_type_of_sql_has_a_value()
    {
        var row = Assert.Single(_query.Run(
            "select 1.50::decimal(9,2) as x, date '2024-02-29' as x, [1, 2] as l, sum(examples) as s, "
            + "170141183460469231731687303715884105727::hugeint as h, "
            + "true as b, 200::utinyint as u, null as n, 'd'::enum('c', 'd') as e from InContext;", "test").Rows);

        Assert.Equal([1.5, "2024-02-29", "[1, 2]", 4L, Int128.MaxValue, true, 200L, null, "d"], row);
    }

    [Fact]
    public void Order_survives_the_cast_of_columns()
        => Assert.Equal(
            Enumerable.Range(0, 5000).Reverse().Select(i => (object?)(long)i),
            _query.Run("select i, i::decimal(9,1) from range(5000) r(i) order by i desc", "test").Rows.Select(row => row[0]));

    [Fact]
    public void Tables_can_be_described_and_explained()
    {
        Assert.Contains("kl,DOUBLE,YES,,,", Lines("describe InContext", QueryFormat.Csv));
        Assert.NotEmpty(Lines("explain select * from InContext", QueryFormat.Table));
    }

    [Fact]
    public void An_unknown_table_is_answered_with_the_nearest()
    {
        var error = Fails("select * from incontxt");

        Assert.Equal("--sql", error.Where);
        Assert.Contains("Table with name incontxt does not exist", error.What, StringComparison.Ordinal);
        Assert.Equal("incontxt is no table. Did you mean InContext?", error.Remedy);
        Assert.Equal("zzz is no table. There are: InContext, broken, odd.", Fails("select * from zzz").Remedy);
    }

    [Fact]
    public void An_unknown_column_is_answered_with_duckdbs_candidates()
    {
        var error = Fails("select klx from InContext");

        Assert.Contains("klx", error.What, StringComparison.Ordinal);
        Assert.Contains("\"kl\"", error.What, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.What);
    }

    [Theory]
    [InlineData("selec 1", "syntax error at or near \"selec\"")]
    [InlineData("", "")]
    [InlineData("select * from broken", "absent")]
    [InlineData("select 1; select 2", "")]
    [InlineData("select error('on the way') from InContext", "on the way")]
    [InlineData("select * from research_rows(1)", "internal use")]
    public void A_bad_statement_is_an_input_error(string sql, string message)
        => Assert.Contains(message, Fails(sql).What, StringComparison.Ordinal);

    private InputException Fails(string sql) => Assert.Throws<InputException>(() => _query.Run(sql, "--sql"));

    private string[] Lines(string sql, QueryFormat format) => Print(sql, format).TrimEnd('\n').Split('\n');

    private string Print(string sql, QueryFormat format)
    {
        using var output = new StringWriter { NewLine = "\n" };
        _query.Print(sql, "--sql", format, output);
        return output.ToString();
    }

    public sealed record Icl(int Examples, double Kl);

    public sealed record Odd(string Note, double Kl, string? Missing);
}
