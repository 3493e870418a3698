// natural's logistic regression: one classifier of all codes and of none; a passage gets every class of a probability of 0.5 or more, the best one where none has that. A
// process of its own, as natural-bayes.cjs is. Its gradient descent takes time in proportion to passages × words × classes on dense matrices, so only words that eight
// passages or more of the fold's training part have are given to it. Reads {folds: [{train: [{tokens, codes}], test: [{id, tokens}]}]} on standard input; its last line is
// [[id, codes, best code or null], …].
const { readFileSync } = require('node:fs');

const NONE = 'none';
const MIN_PASSAGES = 8;
const { folds } = JSON.parse(readFileSync(0, 'utf8'));
const { LogisticRegressionClassifier } = require('natural');
const results = folds.flatMap(({ train, test }) => {
  const counts = new Map();
  for (const { tokens } of train)
    for (const word of new Set(tokens)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const keep = (tokens) => tokens.filter((word) => (counts.get(word) ?? 0) >= MIN_PASSAGES);
  const classifier = new LogisticRegressionClassifier();
  for (const { tokens, codes } of train) {
    const kept = keep(tokens);
    for (const code of codes.length === 0 ? [NONE] : codes) classifier.addDocument(kept, code);
  }
  classifier.train();
  return test.map(({ id, tokens }) => {
    const ranked = classifier.getClassifications(keep(tokens));
    const sure = ranked.filter(({ value }) => value >= 0.5);
    const chosen = (sure.length === 0 ? ranked.slice(0, 1) : sure).map(({ label }) => label);
    const codes = ranked.map(({ label }) => label).filter((label) => label !== NONE);
    return [id, chosen.filter((label) => label !== NONE), codes[0] ?? null];
  });
});
process.stdout.write(`\n${JSON.stringify(results)}\n`);
