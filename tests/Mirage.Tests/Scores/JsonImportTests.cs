using System.IO.Compression;
using Research.Jobs;
using Research.Mirage.Scores;
using Research.Mirage.Scores.Sources;

namespace Research.Mirage.Tests.Scores;

public sealed class JsonImportTests
{
    [Fact]
    public void A_result_of_the_evaluation_harness()
    {
        var file = Imported.Text("step.json", """
            { "results": { "sums": { "acc": 0.5, "acc_stderr": 0.1, "ppl": 3, "ppl_stderr": 1 }, "odd": { "acc": null } },
              "versions": { "sums": 0 },
              "config": { "model": "hf", "model_args": "pretrained=Lab/pythia-v1.1-1.4b-deduped,revision=step3000", "num_fewshot": 5 } }
            """);
        var table = Imported.Import(file);

        Assert.Equal(
            [new("Lab/pythia-v1.1-deduped", "Lab/pythia-v1.1-1.4b-deduped", 1.4e9, 3000, "5", "sums", "acc", "", .5),
                new ScoreRow("Lab/pythia-v1.1-deduped", "Lab/pythia-v1.1-1.4b-deduped", 1.4e9, 3000, "5", "sums", "ppl", "", 3)],
            table.Rows());
        Assert.Equal("step.json: results.odd.acc", Assert.Single(table.Findings(), finding => finding.What == "No score").Examples);
    }

    [Fact]
    public void Its_later_form_with_filters_and_shots_of_each_task()
    {
        var file = Imported.Text("r.json", """
            { "results": { "gsm": { "alias": "gsm", "exact_match,strict": 0.25, "exact_match_stderr,strict": 0.1, "exact_match,none": 0.5 } },
              "n-shot": { "gsm": 8 },
              "config": { "model_args": "pretrained=x/opt-350m", "model_num_parameters": 331196416 } }
            """);
        var rows = Imported.Import(file).Rows().ToList();

        Assert.Equal([("filter=strict", .25, "8"), ("filter=", .5, "8")], rows.Select(row => (row.Condition, row.Value, row.Shots)));
        Assert.All(rows, row => Assert.Equal((331196416, "exact_match", "x/opt"), (row.Scale, row.Metric, row.Family)));
    }

    [Fact]
    public void A_results_folder_of_BIG_bench()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Imported.Folder(), "logic", "results"));
        foreach (var (size, score) in new[] { ("2m", .25), ("1b", .5) })
        {
            File.WriteAllText(Path.Combine(folder.FullName, $"scores_BIG-G_{size}_T=0.json"), $$"""
                { "model": { "model_family": "BIG-G T=0", "model_name": "{{size}}", "total_params": 9, "non_embedding_params": {{(size == "2m" ? 2e6 : 1e9)}} },
                  "task": { "task_name": "logic" },
                  "scores": [ { "subtask_description": "logic", "number_of_shots": 2, "preferred_score": "multiple_choice_grade",
                    "score_dict": { "multiple_choice_grade": {{score}}, "model_note": "text" }, "low_score": 0, "high_score": 1 },
                    { "subtask_description": "logic:all", "number_of_shots": 2, "preferred_score": "normalized_aggregate_score",
                    "score_dict": { "normalized_aggregate_score": 12.5 } } ] }
                """);
        }

        File.WriteAllText(Path.Combine(folder.FullName, "other.json"), "{ }");
        var table = Imported.Import(folder.Parent!);
        var rows = table.Rows().OrderBy(row => row.Metric, StringComparer.Ordinal).ThenBy(row => row.Scale).ToList();

        Assert.Equal(
            [("multiple_choice_grade", 2e6, .25), ("multiple_choice_grade", 1e9, .5), ("normalized_aggregate_score", 2e6, 12.5), ("normalized_aggregate_score", 1e9, 12.5)],
            rows.Select(row => (row.Metric, row.Scale!.Value, row.Value)));
        Assert.All(rows, row => Assert.Equal(("BIG-G T=0", "logic", "2"), (row.Family, row.Task, row.Shots)));
        Assert.Equal("subtask=logic · aggregate=", rows[0].Condition);
        Assert.Equal("subtask=logic:all · aggregate=yes", rows[3].Condition);
        Assert.Contains(table.Findings(), finding => finding.What.StartsWith("Neither", StringComparison.Ordinal) && finding.Examples == "results/other.json");
        Assert.Contains(table.Findings(), finding => finding.What == "Not a number" && finding.Count == 2);
    }

    [Fact]
    public void A_sparse_model_counts_as_the_dense_one_of_its_cost_and_a_folder_names_the_task()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Imported.Folder(), "emoji", "results"));
        File.WriteAllText(Path.Combine(folder.FullName, "s.json"), """
            { "model": { "model_family": "sparse", "model_name": "s", "non_embedding_params": 100, "flop_matched_non_embedding_params": 60 },
              "scores": [ { "number_of_shots": 0, "score_dict": { "exact_str_match": 0.5 } } ] }
            """);
        var row = Assert.Single(Imported.Import(folder).Rows());
        Assert.Equal((60, "emoji"), (row.Scale, row.Task));
    }

    [Fact]
    public void A_size_of_0_is_none_and_the_next_one_counts()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Imported.Folder(), "emoji", "results"));
        File.WriteAllText(Path.Combine(folder.FullName, "s.json"), """
            { "model": { "model_family": "dense", "model_name": "s", "non_embedding_params": 100, "flop_matched_non_embedding_params": 0 },
              "scores": [ { "number_of_shots": 0, "score_dict": { "exact_str_match": 0.5 } } ] }
            """);
        Assert.Equal(100, Assert.Single(Imported.Import(folder).Rows()).Scale);
    }

    [Fact]
    public void Malformed_JSON_is_told_with_file_line_and_place()
    {
        var file = Imported.Text("bad.json", "{\n  \"results\": { \"t\": { \"acc\": NaN } }\n}");
        var error = Assert.Throws<InputException>(() => Imported.Import(file));
        Assert.EndsWith("bad.json:2", error.Where, StringComparison.Ordinal);
        Assert.Contains("'N' is an invalid start of a value (byte 30 of the line)", error.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1, 2]", "1 files: Neither a BIG-bench result (scores, model) nor one of the evaluation harness (results) (a.json)")]
    [InlineData("{ \"results\": [1] }", "1 files: Neither a BIG-bench result")]
    [InlineData("{ \"results\": { \"t\": { \"acc\": \"half\" } } }", "1 scores: Not a number (a.json: results.t.acc)")]
    public void JSON_without_a_score_says_what_was_passed_over_and_where(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => Imported.Import(Imported.Text("a.json", text))).Remedy, StringComparison.Ordinal);

    [Fact]
    public void A_file_far_too_large_for_a_result_is_refused_before_it_is_read()
    {
        var file = Imported.Text("a.json", "{");
        using (var stream = file.OpenWrite()) stream.SetLength((256L << 20) + 1);

        var error = Assert.Throws<InputException>(() => Imported.Import(file));

        Assert.Equal(file.FullName, error.Where);
        Assert.StartsWith("256 MB are no result file", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_tables_do_not_go_with_JSON_and_an_empty_folder_is_an_error()
    {
        Assert.Throws<InputException>(() => Imported.Import(Imported.Text("a.json", "{}"), new("family=x", "", [])));
        Assert.Throws<InputException>(() => Imported.Import(new DirectoryInfo(Imported.Folder())));
        Assert.Throws<InputException>(() => Imported.Import(Imported.Text("a.json", "{}")));
    }

    [Fact]
    public void The_same_table_gzipped_and_as_Parquet()
    {
        const string Text = "family,model,scale,task,metric,value\na,m,7,t,acc,0.30000000000000004\n";
        var plain = Imported.Text("a.csv", Text);
        var zipped = new FileInfo(Path.Combine(Imported.Folder(), "a.csv.gz"));
        using (var stream = new GZipStream(zipped.Create(), CompressionLevel.Fastest)) stream.Write(File.ReadAllBytes(plain.FullName));
        var parquet = new FileInfo(Path.Combine(Imported.Folder(), "a.parquet"));
        Tables.Parquet.Write(parquet.FullName, [new { Family = "a", Model = "m", Scale = 7.0, Task = "t", Metric = "acc", Value = 0.30000000000000004 }]);

        var expected = Imported.Import(plain).Rows().ToList();
        Assert.Equal(0.30000000000000004, expected.Single().Value);
        Assert.Equal(expected, Imported.Import(zipped).Rows());
        Assert.Equal(expected, Imported.Import(parquet).Rows());
        File.WriteAllBytes(zipped.FullName, [.. File.ReadAllBytes(zipped.FullName).Take(30)]);
        Assert.Throws<InputException>(() => Imported.Import(zipped));
    }

    [Theory]
    [InlineData("EleutherAI/pythia-v1.1-1.4b-deduped", 1.4e9, "EleutherAI/pythia-v1.1-deduped")]
    [InlineData("facebook/opt-350m", 350e6, "facebook/opt")]
    [InlineData("bigscience/bloom-1b7", 1.7e9, "bigscience/bloom")]
    [InlineData("Qwen/Qwen1.5-0.5B", .5e9, "Qwen/Qwen1.5")]
    [InlineData("gpt2-large", null, "gpt2-large")]
    [InlineData("mamba-130m-hf", 130e6, "mamba-hf")]
    public void Size_and_family_from_an_identifier(string model, double? size, string family) =>
        Assert.Equal((size, family), (ModelName.Size(model), ModelName.Family(model)));
}
