#!/usr/bin/env python3
"""Trains the GPT of the training benchmark in PyTorch and prints tokens per second, for comparison.

The same model (pre-layer-norm, tied embeddings, learned positions, GELU-tanh, no bias), the same optimizer (AdamW, decay on
linear layers, gradients clipped to a norm of 1), float32 throughout.

Fair settings on a CPU, all set before Python starts:
  * an OpenMP build of OpenBLAS (Debian: libopenblas0-openmp, chosen by update-alternatives or put first on LD_LIBRARY_PATH).
    The reference BLAS is several times slower, and the threads of the pthread build fight with PyTorch's own;
  * OMP_NUM_THREADS and OPENBLAS_NUM_THREADS: the number of physical cores;
  * ATEN_CPU_CAPABILITY=avx512 where the processor has it (PyTorch does not choose it by itself);
  * OPENBLAS_CORETYPE unset or, with AVX-512, SkylakeX: whichever is faster on the machine; never OPENBLAS_L2_SIZE;
  * an idle machine, both programs in turns.

    OMP_NUM_THREADS=2 ATEN_CPU_CAPABILITY=avx512 python3 pytorch_peer.py                    # every configuration
    OMP_NUM_THREADS=2 ATEN_CPU_CAPABILITY=avx512 python3 pytorch_peer.py --only small --ours results.json

where results.json comes from ./build.sh Benchmark --only training --json results.json on the same machine.

On a GPU, with --device cuda: eager, float32 with TF32 off, the text on the card; steps are not waited for one by one, as ours are not.

    python3 pytorch_peer.py --device cuda --only paper --product 4096 --json pytorch.json
"""
import argparse
import json
import math
import os
import statistics
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

CONFIGURATIONS = {  # layers, heads, width, block, batch; as in TrainingBenchmark.cs
    "laptop": (3, 4, 64, 128, 12),
    "laptop96": (3, 4, 96, 128, 12),
    "small": (3, 4, 128, 128, 32),
    "wide": (3, 12, 768, 256, 8),
    "paper": (3, 12, 768, 128, 12),
}
VOCABULARY = 19


class LayerNorm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return F.layer_norm(x, self.weight.shape, self.weight, None, 1e-5)


class Attention(nn.Module):
    def __init__(self, heads, width, block):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.output = nn.Linear(width, width, bias=False)
        self.register_buffer("future", torch.ones(block, block).triu(1).bool())

    def forward(self, x):
        batch, steps, width = x.shape
        q, k, v = (
            part.view(batch, steps, self.heads, width // self.heads).transpose(1, 2) for part in self.qkv(x).split(width, dim=2))
        if hasattr(F, "scaled_dot_product_attention"):
            y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        else:
            scores = (q @ k.transpose(-2, -1)) * (1.0 / math.sqrt(q.shape[-1]))
            y = F.softmax(scores.masked_fill(self.future[:steps, :steps], float("-inf")), dim=-1) @ v
        return self.output(y.transpose(1, 2).reshape(batch, steps, width))


class Block(nn.Module):
    def __init__(self, heads, width, block):
        super().__init__()
        self.norm1 = LayerNorm(width)
        self.attention = Attention(heads, width, block)
        self.norm2 = LayerNorm(width)
        self.expansion = nn.Linear(width, 4 * width, bias=False)
        self.contraction = nn.Linear(4 * width, width, bias=False)

    def forward(self, x):
        x = x + self.attention(self.norm1(x))
        return x + self.contraction(F.gelu(self.expansion(self.norm2(x)), approximate="tanh"))


class Gpt(nn.Module):
    def __init__(self, layers, heads, width, block):
        super().__init__()
        self.tokens = nn.Embedding(VOCABULARY, width)
        self.positions = nn.Embedding(block, width)
        self.blocks = nn.ModuleList(Block(heads, width, block) for _ in range(layers))
        self.norm = LayerNorm(width)
        for parameter in self.parameters():
            if parameter.dim() == 2:
                nn.init.normal_(parameter, std=0.02)

    def forward(self, tokens, targets):
        x = self.tokens(tokens) + self.positions.weight[: tokens.shape[1]]
        for block in self.blocks:
            x = block(x)
        logits = self.norm(x) @ self.tokens.weight.t()
        return F.cross_entropy(logits.view(-1, VOCABULARY), targets.reshape(-1))


def prepared(layers, heads, width, block, device):
    torch.manual_seed(1)
    model = Gpt(layers, heads, width, block).to(device)
    linear = [p for m in model.modules() if isinstance(m, nn.Linear) for p in m.parameters()]
    known = {id(p) for p in linear}
    others = [p for p in model.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": linear, "weight_decay": 0.1}, {"params": others, "weight_decay": 0.0}], lr=6e-4, betas=(0.9, 0.95), eps=1e-8)
    return model, optimizer, torch.randint(VOCABULARY, (1_000_000,), device=device)


def update(model, optimizer, x, y):
    loss = model(x, y)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss


def tokens_per_second(layers, heads, width, block, batch, seconds):
    model, optimizer, text = prepared(layers, heads, width, block, "cpu")
    times = []
    begin = time.perf_counter()
    while len(times) < 8 or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        places = torch.randint(len(text) - block, (batch,)).tolist()
        x = torch.stack([text[i : i + block] for i in places])
        y = torch.stack([text[i + 1 : i + 1 + block] for i in places])
        update(model, optimizer, x, y).item()
        times.append(time.perf_counter() - start)
    times = times[3:]  # the first steps allocate
    return batch * block / statistics.median(times), batch * block / min(times)


def tokens_per_second_on_card(layers, heads, width, block, batch, seconds, chunk=50):
    model, optimizer, text = prepared(layers, heads, width, block, "cuda")
    window = torch.arange(block, device="cuda")
    times = []
    begin = time.perf_counter()
    while len(times) < 3 or time.perf_counter() - begin < seconds:
        torch.cuda.synchronize()
        start = time.perf_counter()
        for _ in range(chunk):
            places = torch.randint(len(text) - block - 1, (batch, 1), device="cuda") + window
            update(model, optimizer, text[places], text[places + 1])
        torch.cuda.synchronize()
        times.append((time.perf_counter() - start) / chunk)
    times = times[1:]  # the first steps allocate
    return batch * block / statistics.median(times), batch * block / min(times)


def product(size, device):
    """GFLOP/s of a square float32 product, the best of some rows of calls."""
    a, b = (torch.randn(size, size, device=device) for _ in range(2))
    wait = torch.cuda.synchronize if device == "cuda" else lambda: None
    best = math.inf
    for _ in range(6):
        wait()
        start = time.perf_counter()
        for _ in range(10):
            a @ b
        wait()
        best = min(best, (time.perf_counter() - start) / 10)
    return 2 * size**3 / best / 1e9


def ours(path, threads):
    """Our tokens per second by configuration: the medians with as many threads, from the results of the training benchmark."""
    with open(path, encoding="utf-8") as file:
        results = json.load(file)
    print(f"ours: {results['machine']['processor']}, {results['version']}")
    return {
        line["configuration"]: line["value"]
        for line in results["measurements"]
        if line["group"] == "training" and line["name"] == "training step, median" and line["threads"] == threads
    }


def settings():
    names = ("OMP_NUM_THREADS", "ATEN_CPU_CAPABILITY", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OPENBLAS_NUM_THREADS")
    return ", ".join(f"{name}={os.environ.get(name, '(unset)')}" for name in names)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--only", choices=CONFIGURATIONS, help="one configuration")
    arguments.add_argument("--threads", type=int, default=0, help="default: PyTorch's choice")
    arguments.add_argument("--seconds", type=float, default=10, help="time for each configuration")
    arguments.add_argument("--ours", metavar="FILE", help="results of ./build.sh Benchmark --json FILE: print the ratio, too")
    arguments.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    arguments.add_argument("--product", type=int, default=0, metavar="N", help="also time a square product of this size")
    arguments.add_argument("--json", metavar="FILE", help="also write the results there")
    options = arguments.parse_args()
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False
    if options.threads > 0:
        torch.set_num_threads(options.threads)
    threads = torch.get_num_threads()
    where = f"{torch.cuda.get_device_name()}, TF32 off" if options.device == "cuda" else f"{threads} threads"
    print(f"PyTorch {torch.__version__}, {where}, float32; {settings()}")
    results = {"version": torch.__version__, "where": where, "tokensPerSecond": {}}
    known = ours(options.ours, threads) if options.ours else {}
    for name, shape in CONFIGURATIONS.items():
        if options.only in (None, name):
            measure = tokens_per_second_on_card if options.device == "cuda" else tokens_per_second
            median, best = measure(*shape, options.seconds)
            results["tokensPerSecond"][name] = median
            ratio = f"  ours {known[name]:,.0f}: {known[name] / median:.2f} x" if name in known else ""
            if options.ours and not ratio:
                ratio = f"  no result of ours with {threads} threads"
            print(f"{name:10} {median:12,.0f} tok/s  (best {best:,.0f}){ratio}", flush=True)
    if options.product:
        results["productGflops"] = product(options.product, options.device)
        print(f"product {options.product} x {options.product} x {options.product}: {results['productGflops']:,.0f} GFLOP/s")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=2)


if __name__ == "__main__":
    main()
