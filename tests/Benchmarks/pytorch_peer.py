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


def tokens_per_second(layers, heads, width, block, batch, seconds):
    torch.manual_seed(1)
    model = Gpt(layers, heads, width, block)
    linear = [p for m in model.modules() if isinstance(m, nn.Linear) for p in m.parameters()]
    known = {id(p) for p in linear}
    others = [p for p in model.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": linear, "weight_decay": 0.1}, {"params": others, "weight_decay": 0.0}], lr=6e-4, betas=(0.9, 0.95), eps=1e-8)
    text = torch.randint(VOCABULARY, (1_000_000,))
    times = []
    begin = time.perf_counter()
    while len(times) < 8 or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        places = torch.randint(len(text) - block, (batch,)).tolist()
        x = torch.stack([text[i : i + block] for i in places])
        y = torch.stack([text[i + 1 : i + 1 + block] for i in places])
        loss = model(x, y)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        loss.item()
        times.append(time.perf_counter() - start)
    times = times[3:]  # the first steps allocate
    return batch * block / statistics.median(times), batch * block / min(times)


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
    options = arguments.parse_args()
    if options.threads > 0:
        torch.set_num_threads(options.threads)
    threads = torch.get_num_threads()
    print(f"PyTorch {torch.__version__}, {threads} threads, float32; {settings()}")
    known = ours(options.ours, threads) if options.ours else {}
    for name, shape in CONFIGURATIONS.items():
        if options.only in (None, name):
            median, best = tokens_per_second(*shape, options.seconds)
            ratio = f"  ours {known[name]:,.0f}: {known[name] / median:.2f} x" if name in known else ""
            if options.ours and not ratio:
                ratio = f"  no result of ours with {threads} threads"
            print(f"{name:10} {median:12,.0f} tok/s  (best {best:,.0f}){ratio}", flush=True)


if __name__ == "__main__":
    main()
