"""The cheapest sets of changes by mixed-integer programming: nothing of the program's own search is used.

One problem has figures (value, weight, freedom, signed) and equations (terms that add up to a constant). A forced
figure must change, its weight is paid in any case; an open one is free of cost; a kept one costs its weight where it
changes. Two ways to the least cost:

`optimum` needs no bound on the values. A master problem chooses which kept figures change: a binary for each, least
weight, every cut satisfied. A linear program then asks whether the equations can hold with only those free. Where they
cannot, its dual is a combination of equations that no free figure can satisfy: one of the fixed figures in it must
change, which is a new cut for the master. Each cut is verified in whole numbers before it is used, and so is each
solution, so that neither side of the optimum rests on floating point.

`optimum_direct` is the textbook model with M: |x - value| <= M z, a binary z for each kept figure, all x whole. With the
changed figures chosen, their values solve a linear system whose coefficients are 1 and -1 over tables that are
networks, so that a corner of the solutions takes each equation's constant and each standing figure at most once for
every equation it stands in; M is the sum of all of these. A wrong M could only make the result dearer. It is slow and
loses its footing where M is large, so it runs on a part of the cases, to hold the first way against."""

import time

import highspy
import numpy

INFINITY = highspy.kHighsInf
# Beyond this a z of a millionth would let a figure move by a whole.
LARGEST_M = 100_000
# Seconds for one question to the solver, for all cuts of one problem, and for the model with M.
PATIENCE = 3.0
PATIENCE_IN_ALL = 5.0
PATIENCE_DIRECT = 12.0


class Unsure(Exception):
    """The solver's answer does not hold in whole numbers, or takes too long."""


class Slow(Unsure):
    """One question takes too long."""


def _model(columns, rows, whole=()):
    """Columns as (lower, upper, cost), rows as (terms, least, most); `whole` the columns of whole numbers."""
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(columns), len(rows)
    lower, upper, cost = (numpy.array(part, dtype=float) for part in zip(*columns, strict=True))
    model.col_lower_, model.col_upper_, model.col_cost_ = lower, upper, cost
    model.row_lower_ = numpy.array([least for _, least, _ in rows], dtype=float)
    model.row_upper_ = numpy.array([most for _, _, most in rows], dtype=float)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = numpy.cumsum([0] + [len(terms) for terms, _, _ in rows])
    model.a_matrix_.index_ = numpy.array([at for terms, _, _ in rows for at, _ in terms])
    model.a_matrix_.value_ = numpy.array([by for terms, _, _ in rows for _, by in terms], dtype=float)
    if whole:
        kinds = [highspy.HighsVarType.kContinuous] * len(columns)
        for at in whole:
            kinds[at] = highspy.HighsVarType.kInteger
        model.integrality_ = kinds
    highs = highspy.Highs()
    highs.silent()
    for option, value in (("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.0)):
        highs.setOptionValue(option, value)
    highs.passModel(model)
    return highs


def _run(highs, patience=PATIENCE):
    # The clock of a model runs on from one question to the next.
    highs.setOptionValue("time_limit", highs.getRunTime() + patience)
    highs.run()
    status = highs.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    if status == highspy.HighsModelStatus.kTimeLimit:
        raise Slow("it takes too long")
    if status != highspy.HighsModelStatus.kOptimal:
        raise Unsure(str(status))
    return highs.getSolution()


class Problem:
    def __init__(self, problem):
        self.figures = problem["figures"]
        self.values = [figure["value"] for figure in self.figures]
        self.equations = []
        for equation in problem["equations"]:
            summed = {}
            for at, by in equation["terms"]:
                summed[at] = summed.get(at, 0) + by
            self.equations.append((summed, equation["constant"]))
        self.kept = [at for at, figure in enumerate(self.figures) if figure["freedom"] == "kept"]
        self.forced = [at for at, figure in enumerate(self.figures) if figure["freedom"] == "forced"]
        self.forced_cost = sum(self.figures[at]["weight"] for at in self.forced)
        self.always_free = set(range(len(self.figures))) - set(self.kept)
        self._linear = None

    def least(self, at):
        return -INFINITY if self.figures[at]["signed"] else 0

    def holds(self, values):
        domains = all(value >= self.least(at) for at, value in enumerate(values))
        sums = (sum(by * values[at] for at, by in terms.items()) == constant for terms, constant in self.equations)
        return domains and all(sums)

    def changed(self, values):
        """The kept figures that a solution changes, as a set."""
        return frozenset(at for at in self.kept if values[at] != self.values[at])

    def cost(self, changed):
        return self.forced_cost + sum(self.figures[at]["weight"] for at in changed)

    # --- what the equations say with some figures free ---

    def satisfied(self, free, given=None):
        """Whole values that satisfy everything with the `free` figures free, and None; or None and the cut: the
        figures one of which must change as well. `given`: values to stand in place of those of the report."""
        if not self.equations:
            values = [max(0, value) for value in self.values]
            for at, value in (given or {}).items():
                values[at] = value
            return values, None
        stand = {at: value for at, value in enumerate(self.values) if at not in free} | (given or {})
        highs = self._slack_program()
        count = len(self.figures)
        lower = numpy.array([stand.get(at, self.least(at)) for at in range(count)], dtype=float)
        upper = numpy.array([stand.get(at, INFINITY) for at in range(count)], dtype=float)
        highs.changeColsBounds(count, numpy.arange(count, dtype=numpy.int32), lower, upper)
        solution = _run(highs)
        values = [round(value) for value in solution.col_value[:count]]
        if self.holds(values):
            return values, None
        return None, self._cut([round(dual) for dual in solution.row_dual], stand)

    def _slack_program(self):
        """The equations with what each misses as its price; only bounds change from one question to the next."""
        if self._linear is None:
            columns = [(self.least(at), INFINITY, 0) for at in range(len(self.figures))]
            rows = []
            for terms, constant in self.equations:
                slack = len(columns)
                columns += [(0, INFINITY, 1), (0, INFINITY, 1)]
                rows.append(([*terms.items(), (slack, 1), (slack + 1, -1)], constant, constant))
            self._linear = _model(columns, rows)
        return self._linear

    def _cut(self, multipliers, stand):
        combined, constant = {}, 0
        for (terms, one), multiplier in zip(self.equations, multipliers, strict=True):
            constant += multiplier * one
            for at, by in terms.items():
                combined[at] = combined.get(at, 0) + multiplier * by
        rest = constant - sum(by * stand[at] for at, by in combined.items() if at in stand)
        if rest < 0:
            combined, rest = {at: -by for at, by in combined.items()}, -rest
        # The free figures would have to make up a rest above 0 and none of them can.
        helps = lambda at, by: by != 0 and (by > 0 or self.figures[at]["signed"])
        if rest == 0 or any(helps(at, by) for at, by in combined.items() if at not in stand):
            raise Unsure("the dual proves nothing in whole numbers")
        lowered = lambda at, by: by < 0 and stand[at] > 0
        return frozenset(at for at, by in combined.items() if at in stand and (helps(at, by) or lowered(at, by)))

    # --- the least cost ---

    def optimum(self, most_sets=1):
        """The least cost, the cheapest sets of kept figures (as many as asked for), and whether these are all."""
        if not self.equations:
            return self.forced_cost, [frozenset()], True
        place = {at: number for number, at in enumerate(self.kept)}
        master = _model([(0, 1, self.figures[at]["weight"]) for at in self.kept], [], range(len(self.kept))) if place else None
        found, cost = [], None
        ends = time.monotonic() + PATIENCE_IN_ALL
        while time.monotonic() < ends:
            chosen = frozenset()
            if master is not None:
                try:
                    solution = _run(master)
                except Slow:
                    ends = 0
                    continue
                if solution is None:
                    break
                chosen = frozenset(at for at in self.kept if solution.col_value[place[at]] > 0.5)
            if cost is not None and self.cost(chosen) > cost:
                return cost, found, True
            values, cut = self.satisfied(self.always_free | chosen)
            if cut is None:
                chosen = self.changed(values)
                if cost is None:
                    cost = self.cost(chosen)
                found.append(chosen)
                if not chosen:
                    return cost, found, True
                if len(found) == most_sets:
                    return cost, found, False
                # Not all of these together again: any other set with them is dearer.
                self._add(master, [place[at] for at in chosen], -INFINITY, len(chosen) - 1)
                continue
            free = self.always_free | chosen
            while cut is not None:
                if not cut & place.keys():
                    raise Unsure("no solution at all")
                self._add(master, [place[at] for at in cut], 1, INFINITY)
                free = free | cut
                _, cut = self.satisfied(free)
        else:
            # The other way is quick with some of the problems that are slow in this one.
            cost = cost if cost is not None else self.optimum_direct()
            if cost is None:
                raise Unsure("it takes too long")
            return cost, found, False
        if cost is None:
            raise Unsure("no solution at all")
        return cost, found, True

    @staticmethod
    def _add(master, columns, least, most):
        master.addRow(least, most, len(columns), numpy.array(columns, dtype=numpy.int32), numpy.ones(len(columns)))

    def optimum_direct(self):
        """The least cost by the textbook model; None where its M would be too large."""
        constants = sum(abs(constant) for _, constant in self.equations)
        standing = sum(abs(by * self.values[at]) for terms, _ in self.equations for at, by in terms.items())
        big = constants + standing + 1
        if big > LARGEST_M or not self.equations:
            return None
        count = len(self.figures)
        columns = [(max(self.least(at), -big), big, 0) for at in range(count)]
        rows = [(list(terms.items()), constant, constant) for terms, constant in self.equations]
        for number, at in enumerate(self.kept):
            columns.append((0, 1, self.figures[at]["weight"]))
            rows.append(([(at, 1), (count + number, -big)], -INFINITY, self.values[at]))
            # Down it can only go to 0, or by M where it is signed.
            down = big if self.figures[at]["signed"] else self.values[at]
            rows.append(([(at, 1), (count + number, down)], self.values[at], INFINITY))
        highs = _model(columns, rows, range(len(columns)))
        for option, value in (("mip_feasibility_tolerance", 1e-9), ("primal_feasibility_tolerance", 1e-9)):
            highs.setOptionValue(option, value)
        try:
            solution = _run(highs, PATIENCE_DIRECT)
        except Unsure:
            return None
        values = [round(value) for value in solution.col_value[:count]]
        if not self.holds(values):
            return None
        return self.cost(self.changed(values))
