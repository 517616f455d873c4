/*
 * The words by which notes in English are sorted into the slots of a recap; the rules are in shared/recap-notes.ts.
 * Between words stands `|`, and `*` for any end of one; case does not count.
 */
export const enNotes = {
  headings: {
    problems: 'problems|problem|pain points|pains|pain|issues|needs|challenges|what you told me|what they told me|background|situation',
    solutions: 'solutions|solution|agreed|agreements|agreement|decisions|decided|what we agreed|outcome|outcomes',
    mine: 'me|i|i will|we will|my to-dos|my todos|my actions|my next steps|mine|us',
    theirs: 'you|they|them|you will|they will|their actions|their to-dos|their todos|their next steps|theirs',
    questions: 'questions|question|open questions|open points|still open|to clarify',
    steps: 'next steps|next step|action items|action points|actions|action|to-dos|to-do|todos|todo|to do|follow-ups|follow-up|follow up|promises',
  },
  /** What a question without its mark begins with. */
  asking: 'what is|what are|what about|what does|what do|what would|what if|how is|how are|how do|how does|how can|how much|how many|how long|how soon|how often|how about|when is|when are|when do|when does|when can|when will|when would|where is|where are|where do|where does|which one|which of|who is|who are|who does|who will|who would|who can|why is|why are|why do|why does|why not|is there|are there|is it|is that|are you|are they|do you|do they|do we|does it|does that|can we|can you|can they|can it|can i|could we|could you|could they|would you|would they|would it|will it|will there|should we|should i|have you|have they|asked whether|asked if|wants to know|want to know|wonders if|wonders whether|need to find out',
  mine: "i will|i shall|i'll|we will|we shall|we'll|i am going to|i'm going to|we are going to|we're going to|let me",
  theirs: "you will|you shall|you'll|they will|they shall|they'll|he will|he'll|she will|she'll|you are going to|you're going to|they are going to|they're going to|he is going to|he's going to|she is going to|she's going to",
  /** What follows a name in place of "they" above. */
  named: "will|shall|'ll|is going to",
  /** What makes no promise of the words above. */
  but: 'not|never|see',
  /** What may stand before them. */
  opening: 'and|so|then|also|ok|okay|yes|but|well|now',
  agreed: 'agreed|agree|decided|decision|settled on|ok to|okay to|ok with|okay with|go with|going with|signed off|approved|deal is|the deal',
  problem: 'problem*|issue*|need*|pain*|struggl*|difficult*|trouble*|worr*|concern*|challenge*|too slow|too expensive|too late|complain*|fail*|broken|lack*|risk*|bottleneck*|frustrat*|unhappy',
}
