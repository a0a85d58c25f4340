"""The carried cross-encoder as a network that can be taught, and its weights as the file that the search reads.

The package carries it in whole numbers of eight bits, which ONNX Runtime multiplies and nothing can teach. Here these
are made real numbers again, and what was taught is written back in eight bits under the same names, so that the search
opens the carried model with the taught layers in place of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from transformers import BertConfig, BertForSequenceClassification

Tensors = Mapping[str, NDArray[np.generic]]

EIGHT_BITS = 127  # the largest whole number that a weight is written as


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the file keeps a matrix: the names of its whole numbers, their scale, and how it is laid out."""

    name: str
    turned: bool  # the file has it as input by output, the network as output by input

    def read(self, tensors: Tensors) -> NDArray[np.float32]:
        """Return the matrix in real numbers, as the network has it."""
        whole = tensors[f"{self.name}_quantized"].astype(np.float32)
        zero = tensors[f"{self.name}_zero_point"].astype(np.float32)
        real = (whole - zero) * tensors[f"{self.name}_scale"].astype(np.float32)
        return real.T.copy() if self.turned else real

    def written(self, matrix: NDArray[np.float32]) -> Tensors:
        """Return the matrix in eight bits under the file's names, with a scale for each output.

        The file has one scale for the whole matrix; of a scale for each output the steps are some three times finer,
        and small changes are not rounded away again.
        """
        real = matrix.T if self.turned else matrix
        largest = np.abs(real).max(axis=0)
        scales = np.where(largest > 0, largest / EIGHT_BITS, 1).astype(np.float32)
        whole = np.clip(np.rint(real / scales), -EIGHT_BITS, EIGHT_BITS).astype(np.int8)
        return {f"{self.name}_quantized": np.ascontiguousarray(whole), f"{self.name}_scale": scales}


class CarriedBert:
    """The network with the place in the file of each of its matrices.

    Example: ``CarriedBert(read_carried(CROSS_ENCODER)["model.onnx"], layers=12, width=384, inner=1536)``.
    """

    def __init__(self, model: bytes, *, layers: int, width: int, inner: int, taught: Tensors | None = None) -> None:
        """Make the network of the carried file, with what was ``taught`` before in place of its own weights."""
        graph = onnx.load_from_string(model).graph
        tensors = {one.name: numpy_helper.to_array(one) for one in graph.initializer} | dict(taught or {})
        self._kept = dict(_matrices(graph))
        words = Kept("bert.embeddings.word_embeddings.weight", turned=False).read(tensors)
        config = BertConfig(
            vocab_size=words.shape[0],
            hidden_size=width,
            num_hidden_layers=layers,
            num_attention_heads=layers,
            intermediate_size=inner,
        )
        config.num_labels = 1
        self.network = BertForSequenceClassification(config)
        names = self.network.state_dict().keys()
        whole = {name: kept.read(tensors) for name, kept in self._kept.items()}
        plain = {name: tensors[name] for name in names if name in tensors}
        self.network.load_state_dict({name: torch.tensor(value) for name, value in (whole | plain).items()})
        self.network.train(mode=False)

    def written(self, names: Iterable[str]) -> Tensors:
        """Return these weights of the network as the file has them, by the file's names."""
        state = self.network.state_dict()
        made: dict[str, NDArray[np.generic]] = {}
        for name in names:
            value = state[name].detach().numpy().astype(np.float32)
            made |= self._kept[name].written(value) if name in self._kept else {name: value}
        return made


def _matrices(graph: onnx.GraphProto) -> Iterator[tuple[str, Kept]]:
    """Yield each matrix of the network by its name there."""
    makers = {output: node for node in graph.node for output in node.output}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.input[1].removesuffix("_quantized")
            own = name if not name.startswith("onnx::") else f"{node.output[0].strip('/').split('/MatMul')[0]}.weight"
            yield own.replace("/", "."), Kept(name, turned=True)
        if node.op_type == "DequantizeLinear":
            looked_up = makers[node.input[0]]
            (kept,) = (one.removesuffix("_quantized") for one in looked_up.input if one.endswith("_quantized"))
            yield kept, Kept(kept, turned=False)
