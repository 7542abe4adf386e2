/** The type of what a component is handed, which JavaScript alone cannot say. */
type Prop<T> = import('vue').PropType<T>
